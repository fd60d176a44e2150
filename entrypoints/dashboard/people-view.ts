import { z } from '../../lib/model/zod';

/** How the list of people is looked at. */
export const PeopleView = z.object({
  /** What is searched for. */
  text: z.string(),
  choice: z.object({
    who: z.union([z.object({ are: z.enum(['everybody', 'starred', 'archived']) }), z.object({ tag: z.string() })]),
    order: z.enum(['touched', 'name']),
    from: z.exactOptional(z.string()),
  }),
  /** So many are shown. */
  limit: z.int(),
  /** How far down, in pixels. */
  top: z.number(),
});
export type PeopleView = z.infer<typeof PeopleView>;

/** The view as it was left, where one has come back to it; it lies with the entry in the tab's history. */
export function keptView(): PeopleView | undefined {
  return PeopleView.safeParse(history.state).data;
}

/** Has the view found again by whoever comes back to where they are now. */
export function keepView(view: PeopleView): void {
  history.replaceState(view, '');
}
