import type { Element, ElementContent, Root, Text } from 'hast';
import Markdown, { type Components } from 'react-markdown';
import { i18n } from '#i18n';

/** A note as its author meant it. Nothing is fetched: an image stands as a link to itself, and every link opens a tab of its own. */
export default function MarkdownText({ text }: { text: string }) {
  return (
    <Markdown components={COMPONENTS} rehypePlugins={PLUGINS}>
      {text}
    </Markdown>
  );
}

const COMPONENTS: Components = {
  a: ({ href, children }) => <Link {...(href !== undefined && { href })}>{children}</Link>,
  img: ({ src, alt }) => <Link {...(typeof src === 'string' && { href: src })}>{alt || i18n.t('note.image')}</Link>,
  // A heading within a note is no heading of the page.
  h1: ({ children }) => <p className="note-heading">{children}</p>,
  h2: ({ children }) => <p className="note-heading">{children}</p>,
  h3: ({ children }) => <p className="note-heading">{children}</p>,
  h4: ({ children }) => <p className="note-heading">{children}</p>,
  h5: ({ children }) => <p className="note-heading">{children}</p>,
  h6: ({ children }) => <p className="note-heading">{children}</p>,
};

function Link({ href, children }: { href?: string; children: React.ReactNode }) {
  if (!href || !/^(https?|mailto):/i.test(href)) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

const PLUGINS = [() => (tree: Root) => arrange(tree)];

/** Takes away the line breaks between blocks, which in an item of a list would be lines of their own, and makes links of plain addresses. */
function arrange(parent: Root | Element): void {
  const isBlock = (node: Root['children'][number] | undefined) => node?.type === 'element' && BLOCKS.has(node.tagName);
  const children = parent.children.filter(
    (node, index, all) => node.type !== 'text' || node.value.trim() !== '' || !(isBlock(all[index - 1]) || isBlock(all[index + 1])),
  );
  parent.children = children.flatMap((node) => (node.type === 'text' ? withLinks(node) : node.type === 'doctype' ? [] : node));
  for (const node of parent.children) if (node.type === 'element' && !VERBATIM.has(node.tagName)) arrange(node);
}

const BLOCKS = new Set(['p', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const VERBATIM = new Set(['a', 'code', 'pre']);

function withLinks({ value }: Text): ElementContent[] {
  const parts: ElementContent[] = [];
  let from = 0;
  for (const { 0: found, index } of value.matchAll(ADDRESS)) {
    const href = withoutPunctuation(found);
    if (!URL.canParse(href)) continue;
    parts.push({ type: 'text', value: value.slice(from, index) });
    parts.push({ type: 'element', tagName: 'a', properties: { href }, children: [{ type: 'text', value: href }] });
    from = index + href.length;
  }
  return [...parts, { type: 'text', value: value.slice(from) }];
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"]+/giu;

/** An address without what belongs to the sentence around it: the bracket and the full stop of "(https://example.com/a_(b))." */
function withoutPunctuation(found: string): string {
  const isOpened = found.split('(').length >= found.split(')').length;
  const shorter = found.replace(isOpened ? /[.,;:!?'…”’]$/u : /[.,;:!?'…”’)]$/u, '');
  return shorter === found ? found : withoutPunctuation(shorter);
}
