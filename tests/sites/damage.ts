/** What may become of a page: redesigned, half-loaded, hostile. Each changes the document it is given; `random` gives 0 ≤ x < 1. */
export type Damage = (page: Document, random: () => number) => void;

const MARKS = '\u0301'.repeat(20_000);

/** Texts that a page may hold in place of what one expects. */
export const POISONS: readonly string[] = [
  '<img src=x onerror=alert(1)><script>alert(1)</script>',
  '{{7*7}} ${7*7} %s %n \\u0000',
  '\u202Egnp.exe \u2066x\u2069 \u200E\u200F\u061C',
  `Z${MARKS}algo`,
  '\uD800 lone \uDC00 surrogates \uFFFE\uFFFF',
  '\u0000\u0007\u001B[31m\u009B',
  '​\uFEFF\u2060',
  '\n\t  \u00A0 ',
  'x'.repeat(100_000),
  'null',
  '(9+) - | LinkedIn',
];

export const DAMAGES: Readonly<Record<string, Damage>> = {
  'its scripts cut': (page) => remove(page, 'script'),
  'its head cut': (page) => remove(page, 'head > *'),
  'its headings removed': (page) => remove(page, 'h1, h2, h3'),
  'its links removed': (page) => remove(page, 'a'),
  'its classes shuffled': (page, random) => {
    const elements = [...page.querySelectorAll('[class]')];
    for (const element of elements) element.setAttribute('class', pick(elements, random)?.getAttribute('class') ?? '');
  },
  'its telling attributes gone': (page) => {
    for (const element of page.querySelectorAll('*')) {
      for (const name of ['class', 'id', 'componentkey', 'itemprop', 'itemtype', 'data-member-id', 'data-bio-text', 'name', 'property'])
        element.removeAttribute(name);
    }
  },
  'elements emptied': (page, random) => {
    for (const element of page.querySelectorAll('body *')) if (random() < 0.1) element.textContent = '';
  },
  'its text poisoned': (page, random) => {
    for (const element of page.querySelectorAll('h1, h2, p, title, a, span, [itemprop], [data-bio-text], .break-words')) {
      if (element.children.length === 0 && random() < 0.5) element.textContent = pick(POISONS, random) ?? '';
    }
  },
  'its attributes poisoned': (page, random) => {
    for (const element of page.querySelectorAll('[href], [componentkey], [content]')) {
      for (const name of ['href', 'componentkey', 'content']) {
        if (element.hasAttribute(name) && random() < 0.5) element.setAttribute(name, (pick(POISONS, random) ?? '').toWellFormed().replace(/\0/g, ''));
      }
    }
  },
  'its structured data poisoned': (page, random) => {
    for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
      script.textContent =
        pick(['', 'null', '[null,1,"x",[[]]]', '{"@graph":{}}', '['.repeat(5000), '{"@type":"Person","url":{"a":1},"name":[{}]}'], random) ?? '';
    }
  },
  'all of it gone': (page) => remove(page, 'head > *, body > *'),
};

/** Numbers that look random and are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function remove(page: Document, css: string): void {
  for (const element of page.querySelectorAll(css)) element.remove();
}

function pick<T>(from: readonly T[], random: () => number): T | undefined {
  return from[Math.floor(random() * from.length)];
}
