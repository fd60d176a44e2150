import { i18n } from '#i18n';
import { Icon } from '../icon';
import { Later } from '../later';

/** Edit and delete, for the entry that is called by `named`. */
export function EntryActions({ named, onEdit, onDelete }: { named: () => string; onEdit: () => void; onDelete: () => void }) {
  return (
    <span className="entry-actions">
      <Later>
        <button type="button" className="icon-button" title={i18n.t('timeline.edit')} aria-label={i18n.t('timeline.editNamed', [named()])} onClick={onEdit}>
          <Icon name="edit" />
        </button>
        <button
          type="button"
          className="icon-button"
          title={i18n.t('timeline.delete')}
          aria-label={i18n.t('timeline.deleteNamed', [named()])}
          onClick={onDelete}
        >
          <Icon name="remove" />
        </button>
      </Later>
    </span>
  );
}
