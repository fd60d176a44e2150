import { i18n } from '#i18n';
import { POINTED } from '../../lib/model/pointed';
import { PROFILE_FIELDS, type Profile } from '../../lib/model/profile';

type Props = {
  profile: Profile;
  /** Absent where there is no page to point at. */
  onPoint?: (() => void) | undefined;
  /** Forgets where the user pointed; absent where they have not. */
  onForget?: (() => void) | undefined;
};

/** How the page in front was read: which layer gave each field, which fields it lacked, and the way to mend the name. */
export function Reading({ profile, onPoint, onForget }: Props) {
  return (
    <details className="reading">
      <summary>{i18n.t('reading.heading')}</summary>
      <dl>
        {PROFILE_FIELDS.map((field) => (
          <div key={field}>
            <dt>{i18n.t(`reading.field.${field}`)}</dt>
            <dd>{profile.sources[field] ?? i18n.t('reading.lacking')}</dd>
          </div>
        ))}
      </dl>
      {onForget && profile.sources.name !== POINTED && <p className="hint">{i18n.t('reading.nothingThere')}</p>}
      {onPoint && (
        <p>
          <button type="button" className="button" onClick={onPoint}>
            {i18n.t('reading.point')}
          </button>
          {onForget && (
            <button type="button" className="button link" onClick={onForget}>
              {i18n.t('reading.forget')}
            </button>
          )}
        </p>
      )}
      <p className="hint">{i18n.t('reading.hint')}</p>
    </details>
  );
}
