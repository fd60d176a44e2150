import './pending.css';
import { i18n } from '#i18n';

/** The keys of the list, in sight. */
export function Shortcuts({ search = false }: { search?: boolean }) {
  return (
    <div className="shortcuts">
      {KEYS.filter(([, what]) => search || what !== 'search').map(([keys, what]) => (
        <span key={what}>
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
          {i18n.t(`pending.key.${what}`)}
        </span>
      ))}
    </div>
  );
}

const KEYS = [
  [['↑', '↓'], 'move'],
  [['d'], 'done'],
  [['s'], 'snooze'],
  [['l'], 'log'],
  [['o'], 'open'],
  [['→'], 'unfold'],
  [['x'], 'select'],
  [['u'], 'undo'],
  [['/'], 'search'],
] as const;
