import type { RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as textOf } from 'mdast-util-to-string';

/** More of a note than any excerpt shows. */
const ENOUGH = 4000;

/** The words of the beginning of a Markdown text without its marks, for excerpts; blocks and list items are separated by spaces. */
export function plainText(markdown: string): string {
  return fromMarkdown(markdown.slice(0, ENOUGH)).children.map(words).join(' ');
}

function words(block: RootContent): string {
  const holdsBlocks = block.type === 'list' || block.type === 'listItem' || block.type === 'blockquote';
  return holdsBlocks ? block.children.map(words).join(' ') : textOf(block);
}
