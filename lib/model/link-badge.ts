import type { Annotation } from './annotation';
import type { ProfileKey } from './profile';
import type { Staleness } from './staleness';

/** What the page script paints beside a link to a known person: finished words. */
export type LinkBadge = {
  /** As the page asked for it, whichever of the person's keys that is. */
  key: ProfileKey;
  /** Tells two addresses of one person. */
  contactId: string;
  state: Staleness;
  /** The age of the last contact, such as "3 wk"; empty where there is none. */
  label: string;
  /** The same in full sentences, for screen readers. */
  spoken: string;
  /** What hover and focus show; without rows there is nothing to show. */
  card: Annotation['card'];
};
