import type { ProfileKey } from './profile';
import type { AnnotationMode } from './settings';
import type { Staleness } from './staleness';

/** What the page script paints beside a name: finished sentences, so that the script needs no language, no dates and no records. */
export type Annotation = {
  /** Whom it is about; painted only while the page is still about the same person. */
  key: ProfileKey;
  mode: AnnotationMode;
  state: Staleness | 'new';
  /** The few words on the badge, such as "3 wk · follow up Tue". */
  label: string;
  /** The same in a full sentence, for screen readers. */
  spoken: string;
  /** The card shown on hover, on focus or always. Strangers have one too, of the same size: a page could tell otherwise. */
  card: { title: string; rows: { label: string; text: string }[] };
  /** What to say once the extension was updated under the page. */
  reloadLabel: string;
};
