import './contact-log.css';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { CHANNELS, type Exchange, type InteractionContent } from '../../lib/model/interaction';
import { CalendarDate } from '../../lib/model/temporal';
import { channelLabel } from '../labels';
import { useMoment } from '../moment';
import { ExchangeFields } from './exchange-fields';

/** What stands in the form, before it is given. */
export type InteractionDraft = InteractionContent & { text: string; learned: string };

type Props = {
  content: InteractionContent;
  /** Puts the cursor into the first field. */
  focused?: boolean;
  submitLabel: string;
  /** Answers whether it was kept; what was typed stays when it was not. */
  onSubmit: (content: InteractionContent) => Promise<boolean>;
  onCancel: () => void;
  /** Told everything that is changed in it. */
  onDraft?: (draft: InteractionDraft) => void;
};

/** Everything that can be said of an interaction. */
export function InteractionForm({ content, focused = false, submitLabel, onSubmit, onCancel, onDraft }: Props) {
  const { today } = useMoment();
  const id = useId();
  const [said, setSaid] = useState<InteractionDraft>({ ...content, text: content.text ?? '', learned: content.learned ?? '' });
  const [busy, setBusy] = useState(false);
  const firstField = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (focused) firstField.current?.focus();
  }, [focused]);
  const say = (part: Partial<InteractionDraft>) => {
    const next = { ...said, ...part };
    setSaid(next);
    onDraft?.(next);
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!CalendarDate.safeParse(said.on).success) return;
    setBusy(true);
    await onSubmit(spoken(said));
    setBusy(false);
  };

  return (
    <form className="interaction-form stack" onSubmit={(event) => void submit(event)}>
      <div className="interaction-when">
        <div className="field">
          <label htmlFor={`${id}-channel`}>{i18n.t('log.channel')}</label>
          <select
            id={`${id}-channel`}
            ref={firstField}
            value={said.channel}
            onChange={({ currentTarget }) => {
              const channel = CHANNELS.find((each) => each === currentTarget.value);
              if (channel) say({ channel });
            }}
          >
            {CHANNELS.map((channel) => (
              <option key={channel} value={channel}>
                {channelLabel(channel)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-on`}>{i18n.t('log.date')}</label>
          <input
            id={`${id}-on`}
            type="date"
            required
            min="1900-01-01"
            max="2199-12-31"
            value={said.on}
            onChange={({ currentTarget }) => say({ on: currentTarget.value })}
          />
        </div>
      </div>
      {said.on > today && <p className="hint">{i18n.t('log.future')}</p>}
      <TextField id={`${id}-text`} label={i18n.t('log.text')} value={said.text} onChange={(text) => say({ text })} />
      <ExchangeFields legend={i18n.t('log.received')} exchanges={said.received} onChange={(received) => say({ received })} />
      <ExchangeFields legend={i18n.t('log.given')} exchanges={said.given} onChange={(given) => say({ given })} />
      <TextField id={`${id}-learned`} label={i18n.t('log.learned')} value={said.learned} onChange={(learned) => say({ learned })} />
      <div className="row">
        <button type="submit" className="button primary" disabled={busy}>
          {submitLabel}
        </button>
        <button type="button" className="button quiet" onClick={onCancel}>
          {i18n.t('log.cancel')}
        </button>
      </div>
    </form>
  );
}

function TextField({ id, label, value, onChange }: { id: string; label: string; value: string; onChange: (text: string) => void }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} rows={2} dir="auto" value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
    </div>
  );
}

/** Without what was left empty. */
function spoken({ text, learned, given, received, ...rest }: InteractionDraft): InteractionContent {
  const said = (exchanges: Exchange[]) => exchanges.map((exchange) => ({ ...exchange, text: exchange.text.trim() }));
  return {
    ...rest,
    given: said(given),
    received: said(received),
    ...(text.trim() !== '' && { text: text.trim() }),
    ...(learned.trim() !== '' && { learned: learned.trim() }),
  };
}
