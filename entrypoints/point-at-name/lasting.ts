import { foldedWords } from '../../lib/model/text';

/**
 * Whether a class or an id is the site's own word for a place: one that a person wrote, where what a machine made up is another one
 * tomorrow, and not made of the words in `whose`, the name that stands there or the handle in the address, which the next person's page lacks.
 */
export function isLasting(name: string, whose: string): boolean {
  if (!/^[a-z][a-z-]{2,}$/i.test(name) || /^(?:css|jss|sc)-/.test(name)) return false;
  const said = new Set(foldedWords(whose));
  return name.split('-').every((part) => !said.has(part.toLowerCase()) && (part.length < 4 || part.split(/(?=[A-Z])/).every(isWord)));
}

/** Letters that a machine drew are cut up by capitals, or lack vowels. */
function isWord(part: string): boolean {
  return part.length > 2 && /[aeiouy]/i.test(part);
}
