import { i18n } from '#i18n';
import { cleanText, NOTE_LIMIT } from '../../lib/model/text';
import type { Undo } from '../notice/outcome';

/** The words of a note as they go to be kept. The same `commandId` all through one session makes it one change to undo. */
export type NoteToKeep = { commandId: string; noteId: string; text: string; draft: boolean };
export type Kept = { kept: true; undo: Undo } | { kept: false; why: string };
export type KeepNote = (note: NoteToKeep) => Promise<Kept>;

/** What an editor shows. `resting`: nothing was typed that would have to be kept. */
export type NoteState = { text: string; status: 'resting' | 'saving' | 'kept' | 'failed'; why?: string };

/** A note that is already there: the draft to go on with, or an older note to change. */
export type WrittenNote = { id: string; text: string };

/** Milliseconds after the last key until it is saved, and the longest that somebody who never pauses goes unsaved. */
const PAUSE = 200;
const LONGEST_UNSAVED = 1000;

/**
 * One note from the first character to the last, independent of what is on the screen. Saves go out one after another and each
 * carries the newest text, so none overwrites newer text; what could not be saved stays here and is tried again.
 */
export class NoteSession {
  readonly #keepNote: KeepNote;
  readonly #newId: () => string;
  readonly #draft: boolean;
  readonly #watchers = new Set<() => void>();
  #note: WrittenNote | undefined;
  #commandId: string | undefined;
  #text = '';
  /** What the records hold; unknown while something is on its way, and after it failed. */
  #keptText: string | undefined = '';
  #state: NoteState;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | undefined;
  #finishing = false;

  /** Whether the records lead: true until something is typed, and again once the editor was left with everything kept. */
  #following = true;
  #offered: WrittenNote | undefined;
  /** The text we left behind; until the records show it, what they show is older than what was typed. */
  #awaited: string | undefined;

  /** A `draft` is unfinished until `finish`; without it an older note is edited in place. `commandId` goes on with a change begun elsewhere. */
  constructor(keepNote: KeepNote, newId: () => string, options: { draft: boolean; note?: WrittenNote | undefined; commandId?: string }) {
    this.#keepNote = keepNote;
    this.#newId = newId;
    this.#draft = options.draft;
    this.#adopt(options.note);
    this.#commandId = options.commandId;
    this.#state = { text: this.#text, status: 'resting' };
  }

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  readonly state = (): NoteState => this.#state;

  /** Whether something was typed that is not kept yet. */
  get unkept(): boolean {
    return this.#text !== this.#keptText && !(isBlank(this.#text) && this.#keptText !== undefined && isBlank(this.#keptText));
  }

  type(text: string): void {
    this.#following = false;
    this.#awaited = undefined;
    this.#text = text;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.save(), PAUSE);
    this.#patience ??= setTimeout(() => void this.save(), LONGEST_UNSAVED);
    if (this.#state.status === 'failed') this.#show('failed', this.#state.why);
    else this.#show('saving');
  }

  /** Saves what is not kept yet; resolves when it is kept or has failed. */
  save(): Promise<void> {
    this.#stopWaiting();
    this.#saving ??= this.#saveAll().finally(() => {
      this.#saving = undefined;
    });
    return this.#saving;
  }

  /** Sends the newest text at once, also while an earlier save is on its way: the page may be gone before that is answered. */
  saveBeforeLeaving(): void {
    this.#stopWaiting();
    if (this.unkept && this.#mayBeKept()) void this.#keep(this.#text, this.#draft && !this.#finishing);
  }

  /** The editor lost the focus: saves, and from then on goes along with what other surfaces do to the draft. */
  async rest(): Promise<void> {
    if (this.#following) return;
    await this.save();
    if (this.unkept || this.#following) return;
    this.#awaited = this.#text;
    this.#following = true;
    this.#follow();
  }

  /** What the records say the draft is now; taken over unless something was typed here since. */
  offer(note: WrittenNote | undefined): void {
    this.#offered = note;
    this.#follow();
  }

  /**
   * Finishes the note and empties the session; words typed meanwhile begin the next note. Undefined when there was nothing to
   * finish. When it could not be kept, everything stays as it is.
   */
  async finish(): Promise<Kept | undefined> {
    this.#stopWaiting();
    if (this.#saving) await this.#saving;
    if (isBlank(this.#text) || (!this.#draft && this.#commandId === undefined && !this.unkept)) {
      await this.save();
      return undefined;
    }
    const finishing = this.#finishAll();
    this.#saving = finishing.then(() => {
      this.#saving = undefined;
    });
    return finishing;
  }

  async #finishAll(): Promise<Kept> {
    this.#finishing = true;
    let sent: string;
    let answer: Kept;
    do {
      sent = this.#text;
      answer = await this.#keep(sent, false);
    } while (answer.kept && !this.#text.startsWith(sent));
    this.#finishing = false;
    if (answer.kept && this.#draft) this.#begin(this.#text.slice(sent.length).trimStart());
    return answer;
  }

  /** An empty session, but for what was typed on while the note before was being finished. */
  #begin(text: string): void {
    this.#stopWaiting();
    this.#adopt(undefined);
    this.#awaited = '';
    this.#show('resting');
    if (text !== '') this.type(text);
  }

  #adopt(note: WrittenNote | undefined): void {
    this.#note = note;
    this.#commandId = undefined;
    this.#text = note?.text ?? '';
    this.#keptText = this.#text;
    this.#following = true;
  }

  #follow(): void {
    if (!this.#following || !this.#draft || this.#saving) return;
    const offered = this.#offered?.text ?? '';
    if (this.#awaited !== undefined && cleanText(this.#awaited) !== offered) return;
    this.#awaited = undefined;
    if (offered === this.#text || offered === cleanText(this.#text)) return;
    this.#adopt(this.#offered);
    this.#show('resting');
  }

  async #saveAll(): Promise<void> {
    while (this.unkept && this.#mayBeKept()) {
      const answer = await this.#keep(this.#text, this.#draft);
      if (!answer.kept) return;
    }
  }

  /** An older note is not emptied while typing; whoever empties it and leaves deletes it. */
  #mayBeKept(): boolean {
    return this.#draft || !isBlank(this.#text);
  }

  async #keep(text: string, draft: boolean): Promise<Kept> {
    this.#commandId ??= this.#newId();
    this.#note ??= { id: this.#newId(), text: '' };
    this.#keptText = undefined;
    const over = text.length - NOTE_LIMIT;
    const sent = { commandId: this.#commandId, noteId: this.#note.id, text: isBlank(text) ? '' : text };
    // Cut it is kept all the same, as long as it lasts; it is not finished that way.
    const isTaken = await this.#keepNote({ ...sent, draft: draft || (over > 0 && this.#draft) });
    const answer: Kept = isTaken.kept && over > 0 ? { kept: false, why: i18n.t('note.tooLong', [inWords(NOTE_LIMIT), inWords(over)]) } : isTaken;
    if (!answer.kept) this.#show('failed', answer.why);
    else {
      this.#keptText = text;
      this.#show(this.unkept ? 'saving' : isBlank(text) ? 'resting' : 'kept');
    }
    return answer;
  }

  #stopWaiting(): void {
    clearTimeout(this.#pause);
    clearTimeout(this.#patience);
    this.#patience = undefined;
  }

  #show(status: NoteState['status'], why?: string): void {
    this.#state = { text: this.#text, status, ...(why !== undefined && { why }) };
    for (const watcher of this.#watchers) watcher();
  }
}

function inWords(count: number): string {
  return count.toLocaleString(i18n.t('language'));
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
