import './settings.css';
import { useId } from 'react';
import { i18n } from '#i18n';
import { ANNOTATION_MODES, type AnnotationMode } from '../../lib/model/settings';
import { annotationModeLabel } from '../labels';

export type SiteChoice = { id: string; label: string; mode: AnnotationMode };

type Props = { sites: readonly SiteChoice[]; onChange: (siteId: string, mode: AnnotationMode) => void };

/** What is shown inside the pages of each site. */
export function AnnotationSetting({ sites, onChange }: Props) {
  const id = useId();
  return (
    <div className="stack">
      <p className="hint">{i18n.t('settings.annotationHint')}</p>
      {sites.map((site) => (
        <div key={site.id} className="setting">
          <label htmlFor={`${id}-${site.id}`}>{site.label}</label>
          <select
            id={`${id}-${site.id}`}
            value={site.mode}
            onChange={({ currentTarget }) => {
              const mode = ANNOTATION_MODES.find((each) => each === currentTarget.value);
              if (mode) onChange(site.id, mode);
            }}
          >
            {ANNOTATION_MODES.map((mode) => (
              <option key={mode} value={mode}>
                {annotationModeLabel(mode)}
              </option>
            ))}
          </select>
        </div>
      ))}
    </div>
  );
}
