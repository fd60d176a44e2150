import '../contact-log/contact-log.css';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { CHANNELS, type Channel } from '../../lib/model/interaction';
import { ChannelButtons } from '../contact-log/channel-buttons';

type Props = { label: string; onPick: (channel: Channel) => void; onLeave: () => void };

/** How one was in touch today: one key each, or the arrow keys and Enter; Escape leaves. */
export function LogChoice({ label, onPick, onLeave }: Props) {
  const choice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    choice.current?.querySelector('button')?.focus();
    choice.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const channel = CHANNELS[Number(event.key) - 1];
    const step = STEPS.get(event.key);
    if (event.key !== 'Escape' && channel === undefined && step === undefined) return;
    event.preventDefault();
    if (event.key === 'Escape') onLeave();
    else if (channel !== undefined) onPick(channel);
    else if (step !== undefined) {
      const buttons = [...(choice.current?.querySelectorAll('button') ?? [])];
      const place = buttons.findIndex((button) => button === document.activeElement) + step;
      buttons.at(place % buttons.length)?.focus();
    }
  };

  return (
    <div ref={choice} className="log-choice" onKeyDown={onKeyDown}>
      <p className="hint" aria-hidden="true">
        {label}
      </p>
      <ChannelButtons label={label} onPick={onPick} numbered />
    </div>
  );
}

const ROW = 4;
const STEPS = new Map([
  ['ArrowRight', 1],
  ['ArrowLeft', -1],
  ['ArrowDown', ROW],
  ['ArrowUp', -ROW],
]);
