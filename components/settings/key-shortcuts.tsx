import './settings.css';
import { i18n } from '#i18n';

/** A command of the browser's and its keys; without keys it has been given none. */
export type KeyShortcut = { name: string; description: string; keys: string | undefined };

export function KeyShortcuts({ shortcuts }: { shortcuts: readonly KeyShortcut[] }) {
  return (
    <div className="stack">
      <dl className="shortcut-list">
        {shortcuts.map(({ name, description, keys }) => (
          <div key={name} className="setting">
            <dt>{description}</dt>
            <dd>{keys ? <kbd>{keys}</kbd> : <span className="hint">{i18n.t('settings.noKeys')}</span>}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">{i18n.t('settings.changeKeys')}</p>
    </div>
  );
}
