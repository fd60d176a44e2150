/** Markup of the invented pages. */

/** Text as it stands in HTML, also inside attributes. */
export function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character] ?? character);
}

/** The parts joined by line breaks. */
export function lines(parts: readonly string[]): string {
  return parts.join('\n');
}

/** A picture of initials. */
export function avatar(initials: string, hue: number, size: number): string {
  return `<svg width="${size}" height="${size}" viewBox="0 0 40 40" role="img" aria-hidden="true"><rect width="40" height="40" fill="hsl(${hue} 38% 46%)"/><circle cx="33" cy="6" r="15" fill="hsl(${hue} 38% 52%)"/><text x="20" y="25.5" font-family="system-ui, sans-serif" font-size="14" font-weight="600" text-anchor="middle" fill="#fff">${escape(initials)}</text></svg>`;
}

/** A class name as the sites' build tools leave them: stable, and without meaning. */
export function hashed(name: string): string {
  let hash = 2166136261;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
  return `_${hash.toString(16).padStart(8, '0')}`;
}

/** A style sheet in which `.name` is written and `.name`'s hash comes out. */
export function hashedStyle(css: string): string {
  return css.replace(/\.([a-z][a-zA-Z]*)\b/g, (_, name: string) => `.${hashed(name)}`);
}

export type Page = {
  /** Path of its address, as the browser writes it. */
  path: string;
  title: string;
  /** Elements of the head that change with the page. */
  head: string;
  /** What is inside `<main>`. */
  main: string;
};

/** A whole page; `elsewhere` are the pages of the same site to which its links lead without loading. */
export function wholePage(
  page: Page,
  site: { language: string; style: string; bodyAttributes: string; header: string; mainAttributes: string },
  elsewhere: readonly Page[],
): string {
  return `<!DOCTYPE html>
<html lang="${site.language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(page.title)}</title>
<link rel="icon" href="data:,">
${page.head}
<style>${site.style}</style>
</head>
<body${site.bodyAttributes}>
${site.header}
<main${site.mainAttributes}>
${page.main}
</main>
<script type="application/json" id="elsewhere">${JSON.stringify(elsewhere).replaceAll('<', '\\u003c')}</script>
<script>${NAVIGATION}</script>
</body>
</html>
`;
}

/**
 * Navigation as in-app sites do it: the address changes at once, the title soon, what is on the page last. Nothing is fetched.
 * And what no parser lets one write: a card that is one link with links inside.
 */
const NAVIGATION = `
(() => {
  const LATE = 300;
  const wrapCards = () => {
    for (const card of document.querySelectorAll('[data-card-link]')) {
      const link = document.createElement('a');
      link.href = card.dataset.cardLink;
      link.className = card.className;
      link.append(...card.childNodes);
      card.replaceWith(link);
    }
  };
  const changing = () => [...document.head.querySelectorAll('meta[property], meta[name^="octolytics"], meta[name^="hovercard"]')];
  const pages = new Map(JSON.parse(document.getElementById('elsewhere').textContent).map((page) => [page.path, page]));
  const here = location.pathname;
  pages.set(here, { path: here, title: document.title, head: changing().map((meta) => meta.outerHTML).join(''), main: document.querySelector('main').innerHTML });
  wrapCards();

  let waiting;
  const show = (page) => {
    clearTimeout(waiting);
    setTimeout(() => { document.title = page.title; }, 50);
    waiting = setTimeout(() => {
      for (const meta of changing()) meta.remove();
      document.head.insertAdjacentHTML('beforeend', page.head);
      document.querySelector('main').innerHTML = page.main;
      wrapCards();
      scrollTo(0, 0);
      document.dispatchEvent(new Event('turbo:render'));
    }, LATE);
  };
  addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const page = link.origin === location.origin && pages.get(link.pathname);
    if (!page) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    show(page);
  });
  addEventListener('popstate', () => {
    const page = pages.get(location.pathname);
    if (page) show(page);
    else location.reload();
  });
})();
`;
