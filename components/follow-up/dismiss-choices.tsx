import './follow-up.css';
import { useEffect, useRef } from 'react';
import { i18n } from '#i18n';

type Props = { onDismiss: (last: boolean) => void; onLeave: () => void };

/** What to do with one that comes again: leave it out this once, or be done with all of them. */
export function DismissChoices({ onDismiss, onLeave }: Props) {
  const group = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    group.current?.querySelector('button')?.focus();
    group.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <fieldset
      ref={group}
      className="snooze"
      aria-label={i18n.t('reminder.dismissHow')}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onLeave();
      }}
    >
      <div className="time-choices">
        {DISMISSALS.map((how) => (
          <button key={how} type="button" className="button time-choice" onClick={() => onDismiss(how === 'end')}>
            <span>{i18n.t(`reminder.${how}`)}</span>
            <span className="hint">{i18n.t(`reminder.${how}Means`)}</span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}

const DISMISSALS = ['skip', 'end'] as const;
