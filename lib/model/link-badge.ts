import type { ProfileKey } from './profile';
import type { Staleness } from './staleness';

/** What the page script paints beside a link to a known person: finished words, and no more than is painted without being pointed at. */
export type LinkBadge = {
  /** Those of the person's keys that the page has asked about, by now: it may link them at several addresses. */
  keys: ProfileKey[];
  state: Staleness;
  /** The age of the last contact, such as "3 wk"; empty where there is none. */
  label: string;
  /** The same in full sentences, for screen readers. */
  spoken: string;
};
