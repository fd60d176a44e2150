import { CHANNELS, type Channel } from '../../lib/model/interaction';
import { Icon } from '../icon';
import { channelLabel } from '../labels';

type Props = {
  label: string;
  onPick: (channel: Channel) => void;
  /** Shows each one's number, where that is its key. */
  numbered?: boolean;
};

/** One button for each way of being in touch. */
export function ChannelButtons({ label, onPick, numbered = false }: Props) {
  return (
    <div className="channel-buttons" role="group" aria-label={label}>
      {CHANNELS.map((channel, index) => (
        <button
          key={channel}
          type="button"
          className="button channel"
          {...(numbered && { 'aria-keyshortcuts': String(index + 1) })}
          onClick={() => onPick(channel)}
        >
          <Icon name={channel} />
          {channelLabel(channel)}
          {numbered && <kbd aria-hidden="true">{index + 1}</kbd>}
        </button>
      ))}
    </div>
  );
}
