import { type KeepNote, NoteSession, type NoteToKeep, type WrittenNote } from './note-session';

/** Whom notes are written about: every id they go by, what to call them, and where the words go. */
export type NoteSubject = { ids: readonly string[]; name: string; keep: KeepNote };

/** Words that are not kept and whose editor is no longer on the screen. */
export type LeftText = { name: string; text: string; why: string; session: NoteSession };

type Sheet = { subject: NoteSubject; noteId: string | undefined; session: NoteSession; onScreen: boolean };

/**
 * Every note being written on a surface. An editor takes its session from here and says when it enters and leaves the screen; a session with
 * words that could not be kept stays until they are, and the next editor for the same person goes on with it.
 */
export class NoteDesk {
  readonly #newId: () => string;
  readonly #watchers = new Set<() => void>();
  readonly #sheets = new Map<NoteSession, Sheet>();
  #left: readonly LeftText[] = [];

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  /** What waits to be kept without an editor on the screen. */
  readonly left = (): readonly LeftText[] => this.#left;

  /** The session for a person's new note, going on with `draft`; or, with `older`, for a note that is already finished. */
  open(subject: NoteSubject, { draft, older }: { draft?: WrittenNote | undefined; older?: WrittenNote | undefined }): NoteSession {
    const waiting = [...this.#sheets.values()].find((sheet) =>
      older ? sheet.noteId === older.id : sheet.noteId === undefined && isSame(sheet.subject, subject),
    );
    if (waiting && (!older || waiting.session.unkept)) return waiting.session;
    if (waiting) this.#sheets.delete(waiting.session);
    const session = new NoteSession(subject.keep, this.#newId, { draft: !older, note: older ?? draft });
    this.#sheets.set(session, { subject, noteId: older?.id, session, onScreen: false });
    session.subscribe(() => this.#review());
    return session;
  }

  /** Whether words for this older note wait to be kept. */
  isWaiting(noteId: string): boolean {
    return [...this.#sheets.values()].some((sheet) => sheet.noteId === noteId && sheet.session.unkept);
  }

  /** Goes on with words that another surface could not have kept before it went. */
  async takeOver(subject: NoteSubject, { commandId, noteId, text, draft }: NoteToKeep): Promise<void> {
    const session = new NoteSession(subject.keep, this.#newId, { draft, note: { id: noteId, text: '' }, commandId });
    this.#sheets.set(session, { subject, noteId: draft ? undefined : noteId, session, onScreen: false });
    session.subscribe(() => this.#review());
    session.type(text);
    await session.rest();
  }

  /** The editor of `session` is on the screen. The answer says that it left: what it holds is saved, and given up only when it is. */
  enter(session: NoteSession): () => void {
    this.#setOnScreen(session, true);
    return () => {
      this.#setOnScreen(session, false);
      void session.rest().then(() => this.#review());
    };
  }

  /** Sends everything at once, because the surface may be about to go. */
  saveBeforeLeaving(): void {
    for (const { session } of this.#sheets.values()) session.saveBeforeLeaving();
  }

  #setOnScreen(session: NoteSession, onScreen: boolean): void {
    const sheet = this.#sheets.get(session);
    if (sheet) sheet.onScreen = onScreen;
    this.#review();
  }

  #review(): void {
    const left = [...this.#sheets.values()].flatMap(({ subject, session, onScreen }) => {
      const { text, status, why } = session.state();
      return !onScreen && status === 'failed' ? [{ name: subject.name, text, why: why ?? '', session }] : [];
    });
    if (left.length === 0 && this.#left.length === 0) return;
    this.#left = left;
    for (const watcher of this.#watchers) watcher();
  }
}

function isSame(a: NoteSubject, b: NoteSubject): boolean {
  return a.ids.some((id) => b.ids.includes(id));
}
