import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as textOf } from 'mdast-util-to-string';

/** More of a note than any excerpt shows. */
const ENOUGH = 4000;

/** The words of the beginning of a Markdown text without its marks, for excerpts; blocks are separated by spaces. */
export function plainText(markdown: string): string {
  return fromMarkdown(markdown.slice(0, ENOUGH))
    .children.map((block) => textOf(block))
    .join(' ');
}
