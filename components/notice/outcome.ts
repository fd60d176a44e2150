/** What came of something the user did: done, with the way back where there is one, or not done and why, for a person to read. */
export type Outcome = { done: true; undo?: Undo } | { done: false; why: string };

/** Takes a change back. Its own outcome can be undone as well, which does the work again. */
export type Undo = () => Promise<Outcome>;
