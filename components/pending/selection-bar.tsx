import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import { Icon, type IconName } from '../icon';
import type { Asked } from './pending-list';

type Props = {
  count: number;
  /** What is being asked about all of them; `children` asks it. */
  asked: Asked | undefined;
  canDismiss: boolean;
  onAct: (deed: Asked) => void;
  onAll: () => void;
  onClear: () => void;
  children: ReactNode;
};

/** What can be done with everything that is selected. */
export function SelectionBar({ count, asked, canDismiss, onAct, onAll, onClear, children }: Props) {
  return (
    <div className="selection">
      <div className="selection-bar" role="group" aria-label={i18n.t('pending.selection')}>
        <strong role="status">{i18n.t('pending.selected', count)}</strong>
        {DEEDS.filter(({ deed }) => canDismiss || deed !== 'dismiss').map(({ deed, icon, key }) => (
          <button key={deed} type="button" className="button" aria-expanded={asked === deed} aria-keyshortcuts={key} onClick={() => onAct(deed)}>
            <Icon name={icon} />
            {i18n.t(`pending.${deed}`)}
          </button>
        ))}
        <button type="button" className="icon-button" aria-label={i18n.t('pending.clear')} title={i18n.t('pending.clear')} onClick={onClear}>
          <Icon name="close" />
        </button>
      </div>
      {children}
      <div className="shortcuts selection-keys">
        <span>
          <kbd>Shift</kbd>
          <kbd>↑</kbd>
          <kbd>↓</kbd>
          {i18n.t('pending.selectMore')}
        </span>
        <button type="button" className="button link" onClick={onAll}>
          <kbd aria-hidden="true">Ctrl</kbd>
          <kbd aria-hidden="true">a</kbd>
          {i18n.t('pending.selectAll')}
        </button>
        <span>
          <kbd>Esc</kbd>
          {i18n.t('pending.clearKey')}
        </span>
      </div>
    </div>
  );
}

const DEEDS: readonly { deed: Asked; icon: IconName; key: string }[] = [
  { deed: 'done', icon: 'done', key: 'd' },
  { deed: 'snooze', icon: 'snooze', key: 's' },
  { deed: 'log', icon: 'message', key: 'l' },
  { deed: 'dismiss', icon: 'close', key: 'Delete' },
];
