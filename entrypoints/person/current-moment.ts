import { i18n } from '#i18n';
import type { Moment } from '../../components/moment';
import { instantFromMilliseconds, today } from '../../lib/model/temporal';

export const MINUTE = 60_000;

/** Of the clock, in milliseconds: a page that is looked at again within a minute need not read anything anew. */
export function thisMinute(): number {
  return Math.floor(Date.now() / MINUTE) * MINUTE;
}

/** The here and now at a minute of the clock. */
export function momentAt(milliseconds: number): Moment {
  const now = instantFromMilliseconds(milliseconds);
  const zone = Temporal.Now.timeZoneId();
  return { now, zone, today: today(now, zone), locale: localeOfTexts() };
}

/** The reader's own variant of the language the texts are in, so that dates do not speak another language than the rest. */
export function localeOfTexts(): string {
  const language = i18n.t('language');
  return navigator.languages.find((each) => each.split('-')[0] === language) ?? language;
}
