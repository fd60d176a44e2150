import type { Kept, NoteToKeep } from '../../../components/note/note-session';

/** Where notes go in these tests: keeps what arrives, fails or waits when told to. */
export class Records {
  readonly received: NoteToKeep[] = [];
  /** Why nothing can be kept at the moment. */
  failing: string | undefined;
  #held: (() => void)[] | undefined;
  #ids = 0;

  readonly newId = (): string => `id-${++this.#ids}`;

  readonly keep = async (note: NoteToKeep): Promise<Kept> => {
    this.received.push(note);
    const held = this.#held;
    if (held) await new Promise<void>((resolve) => held.push(resolve));
    return this.failing === undefined ? { kept: true, undo: async () => ({ done: true }) } : { kept: false, why: this.failing };
  };

  get last(): NoteToKeep | undefined {
    return this.received.at(-1);
  }

  /** From now on answers are held back until `answer`. */
  hold(): void {
    this.#held = [];
  }

  /** Gives the oldest answer held back. */
  async answer(): Promise<void> {
    this.#held?.shift()?.();
    await settled();
  }
}

/** Lets everything that waits for nothing but its turn happen. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
