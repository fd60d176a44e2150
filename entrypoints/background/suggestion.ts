/** One line in the address bar: who, and what tells them apart. */
export type Line = { who: string; about: readonly string[] };

/**
 * A line as the browser wants its description: Chromium reads it as XML, and refuses all suggestions when one is none; Firefox
 * shows it as it is. `marked` says which.
 */
export function description({ who, about }: Line, marked: boolean): string {
  const rest = about.filter((text) => text !== '').join(' · ');
  if (!marked) return rest === '' ? who : `${who} · ${rest}`;
  return rest === '' ? `<match>${escaped(who)}</match>` : `<match>${escaped(who)}</match> <dim>${escaped(rest)}</dim>`;
}

/** Text as XML has it; what XML cannot hold at all is left out. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(NOT_XML, '')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what XML has not
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
