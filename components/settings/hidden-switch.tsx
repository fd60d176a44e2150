import { i18n } from '#i18n';

/** Says whether everything in pages is hidden, and turns that around. `shortcut` is the key that does the same, where there is one. */
export function HiddenSwitch({ hidden, shortcut, onToggle }: { hidden: boolean; shortcut?: string | undefined; onToggle: () => void }) {
  return (
    <button type="button" className="button link" aria-pressed={hidden} title={shortcut} onClick={onToggle}>
      {hidden ? i18n.t('peopleHere.show') : i18n.t('peopleHere.hide')}
    </button>
  );
}
