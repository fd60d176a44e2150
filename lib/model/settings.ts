import { DEFAULT_NOTIFYING, Notifying, TimeOfDay } from './notifying';
import { z } from './zod';

/**
 * What Kith shows inside the pages of a site: the latest note always, on hover or focus, never (the badge alone),
 * or nothing at all. With `badge` and `off` no note text enters the page's process.
 */
export const ANNOTATION_MODES = ['always', 'hover', 'badge', 'off'] as const;
export const AnnotationMode = z.enum(ANNOTATION_MODES);
export type AnnotationMode = z.infer<typeof AnnotationMode>;

/** CSS that leads to one element. */
export const Selector = z.string().check(z.minLength(1), z.maxLength(500));

/** The user's choices. A field that is missing or broken falls back to its default, so an old or damaged record still opens. */
export const Settings = z.object({
  id: z.catch(z.literal('settings'), 'settings'),
  /** By site id, or by origin where Kith knows no site; one not listed shows notes on hover. */
  annotation: z.catch(z.record(z.string(), AnnotationMode), {}),
  /** Likewise: the CSS of the element that holds the name, where the user has pointed at it because Kith did not find it. */
  pointed: z.catch(z.record(z.string(), Selector), {}),
  /** The time of day a follow-up gets when none was said. */
  followUpTime: z.catch(TimeOfDay, '09:00'),
  /** How and when follow-ups and nudges are notified. */
  notifying: z.catch(Notifying, DEFAULT_NOTIFYING),
});
export type Settings = z.infer<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = { id: 'settings', annotation: {}, pointed: {}, followUpTime: '09:00', notifying: DEFAULT_NOTIFYING };

/** What is shown inside the pages of `siteId`. */
export function annotationMode(settings: Settings, siteId: string): AnnotationMode {
  return settings.annotation[siteId] ?? 'hover';
}
