/** A person's name among other words on the screen; its own direction of writing stays its own. */
export function Name({ children }: { children: string }) {
  return <bdi>{children}</bdi>;
}

const WRITTEN_FROM_THE_RIGHT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]|[\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** The same for a name within a sentence of plain text, such as a label read aloud. */
export function isolated(name: string): string {
  return WRITTEN_FROM_THE_RIGHT.test(name) ? `\u2068${name}\u2069` : name;
}
