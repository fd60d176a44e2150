import { i18n } from '#i18n';

/**
 * What came of something the user did: done, with the way back where there is one, or not done and why, for a person to read. Of
 * several things done at once some may have failed: then `undo` takes back the others.
 */
export type Outcome = { done: true; undo?: Undo } | { done: false; why: string; undo?: Undo };

/** Takes a change back. Its own outcome can be undone as well, which does the work again. */
export type Undo = () => Promise<Outcome>;

/** What came of several things done at once, with one way back for all of them. */
export function together(outcomes: readonly Outcome[]): Outcome {
  const [only, ...others] = outcomes;
  if (only && others.length === 0) return only;
  const undos = outcomes.flatMap(({ undo }) => undo ?? []);
  // Asked for at once, the last first: a popup may be gone before the first of them is answered.
  const back = undos.length === 0 ? {} : { undo: async () => together(await Promise.all(undos.toReversed().map((undo) => undo()))) };
  const failed = outcomes.filter((outcome) => !outcome.done);
  if (failed.length === 0) return { done: true, ...back };
  const why = [...new Set(failed.map((outcome) => outcome.why))].join(' ');
  const done = outcomes.length - failed.length;
  return { done: false, why: done === 0 ? why : i18n.t('notice.partly', [String(done), String(failed.length), why]), ...back };
}
