/**
 * Whether nothing in a text can mean anything to Markdown, nor be an address: one line that is a paragraph as it stands. Most notes
 * are such, and need neither the parser nor its time.
 */
export function isPlainLine(text: string): boolean {
  return /^\p{L}[\p{L}\p{M}\p{N} ,.;:!?'’"“”„()–—-]*(?<! )$/u.test(text);
}
