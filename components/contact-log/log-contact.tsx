import './contact-log.css';
import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Channel, InteractionContent } from '../../lib/model/interaction';
import type { CalendarDate } from '../../lib/model/temporal';
import { channelLabel } from '../labels';
import { useMoment } from '../moment';
import { ChannelButtons } from './channel-buttons';
import { type InteractionDraft, InteractionForm } from './interaction-form';

type Props = {
  onLog: (content: InteractionContent) => Promise<boolean>;
  /** What was begun here and left. */
  begun?: InteractionDraft | undefined;
  /** It was opened just now, to write. */
  focused?: boolean;
  /** Told what is being said, and once it is cancelled that nothing is. */
  onDraft?: (draft: InteractionDraft | undefined) => void;
};

/** The common case is one click on how it took place, today; everything else is one click further. */
export function LogContact({ onLog, begun, focused = true, onDraft }: Props) {
  const { today } = useMoment();
  const [detail, setDetail] = useState<'none' | 'found' | 'asked' | 'cancelled'>(begun ? 'found' : 'none');
  const more = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (detail === 'cancelled') more.current?.focus();
  }, [detail]);
  if (detail === 'found' || detail === 'asked') {
    const empty: InteractionContent = { on: today, channel: 'meeting', given: [], received: [] };
    const cancel = () => {
      setDetail('cancelled');
      onDraft?.(undefined);
    };
    return (
      <InteractionForm
        content={(detail === 'found' && begun) || empty}
        focused={focused || detail === 'asked'}
        submitLabel={i18n.t('log.submit')}
        onSubmit={onLog}
        onCancel={cancel}
        {...(onDraft && { onDraft })}
      />
    );
  }
  const logToday = (channel: Channel) => void onLog({ on: today, channel, given: [], received: [] });
  return (
    <div className="log-contact">
      <ChannelButtons label={i18n.t('log.how')} onPick={logToday} />
      <button ref={more} type="button" className="button link" onClick={() => setDetail('asked')}>
        {i18n.t('log.more')}
      </button>
    </div>
  );
}

/** What to say once it is logged. */
export function loggedText({ channel, on }: InteractionContent, today: CalendarDate): string {
  return i18n.t(on === today ? 'log.logged' : 'log.loggedOn', [channelLabel(channel)]);
}
