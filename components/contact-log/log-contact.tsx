import './contact-log.css';
import { useState } from 'react';
import { i18n } from '#i18n';
import type { Channel, InteractionContent } from '../../lib/model/interaction';
import type { CalendarDate } from '../../lib/model/temporal';
import { channelLabel } from '../labels';
import { useMoment } from '../moment';
import { ChannelButtons } from './channel-buttons';
import { InteractionForm } from './interaction-form';

type Props = { onLog: (content: InteractionContent) => Promise<boolean> };

/** The common case is one click on how it took place, today; everything else is one click further. */
export function LogContact({ onLog }: Props) {
  const { today } = useMoment();
  const [detailed, setDetailed] = useState(false);
  if (detailed) {
    const empty: InteractionContent = { on: today, channel: 'meeting', given: [], received: [] };
    return <InteractionForm content={empty} submitLabel={i18n.t('log.submit')} onSubmit={onLog} onCancel={() => setDetailed(false)} />;
  }
  const logToday = (channel: Channel) => void onLog({ on: today, channel, given: [], received: [] });
  return (
    <div className="log-contact">
      <ChannelButtons label={i18n.t('log.how')} onPick={logToday} />
      <button type="button" className="button link" onClick={() => setDetailed(true)}>
        {i18n.t('log.more')}
      </button>
    </div>
  );
}

/** What to say once it is logged. */
export function loggedText({ channel, on }: InteractionContent, today: CalendarDate): string {
  return i18n.t(on === today ? 'log.logged' : 'log.loggedOn', [channelLabel(channel)]);
}
