import './settings.css';
import { i18n } from '#i18n';
import { Shortcuts } from '../pending/shortcuts';

/** A command of the browser's and its keys; without keys it has been given none. */
export type KeyShortcut = { name: string; description: string; keys: string | undefined };

/** Every key there is: those the browser gives out, which it alone can change, and those of the list of what is pending. */
export function KeyShortcuts({ shortcuts, onChange }: { shortcuts: readonly KeyShortcut[]; onChange: () => void }) {
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
      <div className="row">
        <button type="button" className="button" onClick={onChange}>
          {i18n.t('settings.changeKeys')}
        </button>
      </div>
      <p className="hint">{i18n.t('settings.changeKeysHint')}</p>
      <h3>{i18n.t('settings.listKeys')}</h3>
      <Shortcuts search />
    </div>
  );
}
