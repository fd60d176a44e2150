import { useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Exchange, Interaction, InteractionContent } from '../../lib/model/interaction';
import { type InteractionDraft, InteractionForm } from '../contact-log/interaction-form';
import { SpokenDate } from '../date/spoken-date';
import { Icon } from '../icon';
import { exactDate } from '../../lib/model/spoken';
import { benefitLabel, channelLabel } from '../labels';
import { useMoment } from '../moment';
import { NoteText } from '../note/note-text';
import { EntryActions } from './entry-actions';

type Props = {
  interaction: Interaction;
  /** What was begun to be changed of it, and left. */
  begun: InteractionDraft | undefined;
  /** Told everything that is changed in it, and once that is kept or cancelled that nothing is. */
  onDraft: (draft: InteractionDraft | undefined) => void;
  onEdit: (content: InteractionContent) => Promise<boolean>;
  onDelete: () => void;
};

/** A contact that took place, with all that was said of it. */
export function InteractionEntry({ interaction, begun, onDraft, onEdit, onDelete }: Props) {
  const [editing, setEditing] = useState<'found' | 'asked' | false>(begun ? 'found' : false);
  const entry = useRef<HTMLElement>(null);
  const leave = () => {
    setEditing(false);
    onDraft(undefined);
    entry.current?.focus();
  };
  const { locale } = useMoment();
  const { channel, on, text, given, received, learned } = interaction;
  const named = () => i18n.t('timeline.entry', [channelLabel(channel), exactDate(on, locale)]);
  return (
    <article ref={entry} className="entry" tabIndex={-1} aria-label={channelLabel(channel)}>
      <Icon name={channel} />
      <div className="entry-head">
        <span>
          <span className="entry-channel">{channelLabel(channel)}</span>{' '}
          <span className="hint">
            <SpokenDate date={on} />
          </span>
        </span>
        {!editing && <EntryActions named={named} onEdit={() => setEditing('asked')} onDelete={onDelete} />}
      </div>
      <div className="entry-body stack">
        {editing ? (
          <InteractionForm
            content={begun ?? { channel, on, given, received, ...(text !== undefined && { text }), ...(learned !== undefined && { learned }) }}
            focused={editing === 'asked'}
            onDraft={onDraft}
            submitLabel={i18n.t('log.save')}
            onCancel={leave}
            onSubmit={async (content) => {
              const kept = await onEdit(content);
              if (kept) leave();
              return kept;
            }}
          />
        ) : (
          <>
            {text && <NoteText text={text} />}
            <Exchanges label={i18n.t('log.received')} exchanges={received} />
            <Exchanges label={i18n.t('log.given')} exchanges={given} />
            {learned && (
              <div>
                <span className="entry-label">{i18n.t('log.learned')}</span> <span dir="auto">{learned}</span>
              </div>
            )}
          </>
        )}
      </div>
    </article>
  );
}

function Exchanges({ label, exchanges }: { label: string; exchanges: readonly Exchange[] }) {
  return exchanges.map(({ benefit, text }, index) => (
    // Lines have no identity but their place.
    <div key={index}>
      <span className="entry-label">{label}</span> <span className="benefit">{benefitLabel(benefit)}</span> <span dir="auto">{text}</span>
    </div>
  ));
}
