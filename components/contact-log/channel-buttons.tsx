import { CHANNELS, type Channel } from '../../lib/model/interaction';
import { Icon } from '../icon';
import { channelLabel } from '../labels';

/** One button for each way of being in touch. */
export function ChannelButtons({ label, onPick }: { label: string; onPick: (channel: Channel) => void }) {
  return (
    <div className="channel-buttons" role="group" aria-label={label}>
      {CHANNELS.map((channel) => (
        <button key={channel} type="button" className="button channel" onClick={() => onPick(channel)}>
          <Icon name={channel} />
          {channelLabel(channel)}
        </button>
      ))}
    </div>
  );
}
