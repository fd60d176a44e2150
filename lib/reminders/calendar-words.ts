/** The words of the calendar: what each looks like, for a regular expression, and the number it stands for. */

export const WEEKDAY = '(?:mon(?:days?)?|tue(?:s(?:days?)?)?|wed(?:nesdays?)?|thu(?:r(?:s(?:days?)?)?)?|fri(?:days?)?|sat(?:urdays?)?|sun(?:days?)?)\\b';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
export const MONTH = `(?:${MONTHS.join('|')})[a-z]*`;

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
export const NUMBER = `(?:\\d{1,3}|${NUMBERS.join('|')})`;
/** Before a unit: "a fortnight", "3 weeks". */
export const COUNT = `(?:an?|${NUMBER})`;

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth'];
/** A day of the month where its month need not be said. */
export const ORDINAL = `(?:(?:[12]?\\d|3[01])(?:st|nd|rd|th)|${ORDINALS.join('|')})`;
/** Nothing but an hour or a beginning stands behind: "the 5th at 9", but not "the 5th of May". */
export const ENDS_HERE = '(?=\\s*(?:$|[,;.!?]|(?:at|from|starting|beginning|\\d{1,2}(?::\\d\\d|\\s*[ap]m))\\b))';

/** 1 = Monday … 7 = Sunday. */
export function weekdayNumber(word: string): number {
  return ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

/** 1 = January … 12 = December. */
export function monthNumber(word: string): number {
  return MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

/** Of "3" and "three", and of the "a" in "a fortnight". */
export function numberOf(word: string): number {
  if (/^an?$/i.test(word)) return 1;
  return /^\d+$/.test(word) ? Number(word) : NUMBERS.indexOf(word.toLowerCase()) + 1;
}

/** Of "5th" and "fifth", and of a plain "5". */
export function ordinalOf(word: string): number {
  const at = ORDINALS.indexOf(word.toLowerCase());
  return at < 0 ? Number.parseInt(word, 10) : at + 1;
}
