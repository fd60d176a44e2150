import './timeline.css';
import { useMemo, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Interaction, InteractionContent } from '../../lib/model/interaction';
import type { Note } from '../../lib/model/note';
import { instantOf, type TimeZone } from '../../lib/model/temporal';
import type { InteractionDraft } from '../contact-log/interaction-form';
import { useGoingOn } from '../list/use-going-on';
import { useMore } from '../list/use-more';
import { useMoment } from '../moment';
import type { NoteDesk, NoteSubject } from '../note/note-desk';
import { NoticeHere } from '../notice/notices';
import { InteractionEntry } from './interaction-entry';
import { NoteEntry } from './note-entry';

export type TimelineActions = {
  onDeleteNote: (note: Note, place: string) => void;
  /** Answers whether it was kept. */
  onEditInteraction: (interaction: Interaction, content: InteractionContent, place: string) => Promise<boolean>;
  onDeleteInteraction: (interaction: Interaction, place: string) => void;
};

type Props = TimelineActions & {
  notes: readonly Note[];
  interactions: readonly Interaction[];
  desk: NoteDesk;
  subject: NoteSubject;
  /** What was begun to be changed of an interaction, and left. */
  begun: (interactionId: string) => InteractionDraft | undefined;
  onDraft: (interactionId: string, draft: InteractionDraft | undefined) => void;
};

type Entry = { id: string; when: string; note: Note } | { id: string; when: string; interaction: Interaction };

const SHOWN_AT_FIRST = 50;

/** Notes and interactions in one list, newest first. What is deleted leaves its place to the notice that can bring it back. */
export function Timeline({ notes, interactions, desk, subject, begun, onDraft, onDeleteNote, onEditInteraction, onDeleteInteraction }: Props) {
  const { zone } = useMoment();
  const [limit, setLimit] = useState(SHOWN_AT_FIRST);
  const [deleted, setDeleted] = useState<Entry>();
  const entries = inOrder(notes, interactions, zone, deleted);
  const list = useRef<HTMLOListElement>(null);
  const more = useMore(list, Math.min(limit, entries.length), () => setLimit(limit + SHOWN_AT_FIRST));
  const ids = useMemo(() => [...notes, ...interactions].map(({ id }) => id), [notes, interactions]);
  const goingOn = useGoingOn(ids, () => {
    const place = deleted && list.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(deleted.id)}"]`);
    (place?.querySelector<HTMLElement>('.notice button') ?? place)?.focus();
  });
  if (entries.length === 0) return <p className="hint">{i18n.t('timeline.empty')}</p>;

  return (
    <>
      <ol ref={list} className="timeline" {...goingOn}>
        {entries.slice(0, limit).map((entry) => (
          <li key={entry.id} data-id={entry.id} tabIndex={-1}>
            {entry === deleted ? null : 'note' in entry ? (
              <NoteEntry
                note={entry.note}
                desk={desk}
                subject={subject}
                onDelete={() => {
                  setDeleted(entry);
                  onDeleteNote(entry.note, entry.id);
                }}
              />
            ) : (
              <InteractionEntry
                interaction={entry.interaction}
                begun={begun(entry.id)}
                onDraft={(draft) => onDraft(entry.id, draft)}
                onEdit={(content) => onEditInteraction(entry.interaction, content, entry.id)}
                onDelete={() => {
                  setDeleted(entry);
                  onDeleteInteraction(entry.interaction, entry.id);
                }}
              />
            )}
            <NoticeHere place={entry.id} />
          </li>
        ))}
      </ol>
      {entries.length > limit && (
        <button type="button" className="button" onClick={more}>
          {i18n.t('timeline.more', entries.length - limit)}
        </button>
      )}
    </>
  );
}

function inOrder(notes: readonly Note[], interactions: readonly Interaction[], zone: TimeZone, deleted: Entry | undefined): Entry[] {
  const entries: Entry[] = [
    ...notes.map((note) => ({ id: note.id, when: note.createdAt, note })),
    ...interactions.map((interaction) => ({ id: interaction.id, when: startOf(interaction, zone), interaction })),
  ];
  if (deleted && entries.every(({ id }) => id !== deleted.id)) entries.push(deleted);
  return entries.sort((a, b) => (a.when === b.when ? (a.id < b.id ? 1 : -1) : a.when < b.when ? 1 : -1));
}

/** An interaction of the day it was logged stands where it was logged; any other at the end of its day. */
function startOf({ on, createdAt }: Interaction, zone: TimeZone): string {
  const endOfDay = instantOf(`${on}T23:59`, zone);
  return createdAt < endOfDay && createdAt >= instantOf(`${on}T00:00`, zone) ? createdAt : endOfDay;
}
