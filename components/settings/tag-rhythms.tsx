import './settings.css';
import { i18n } from '#i18n';
import type { Cadence } from '../../lib/model/cadence';
import type { TagFacts } from '../../lib/model/tag';
import { CadenceChoice } from '../details/cadence-choice';
import { isolated } from '../name';
import { NoticeHere } from '../notice/notices';

type Props = { tags: readonly TagFacts[]; onChange: (tag: string, cadence: Cadence | null) => void };

/** Every tag in use, so that a tag can mean a rhythm. */
export function TagRhythms({ tags, onChange }: Props) {
  if (tags.length === 0) return <p className="hint">{i18n.t('settings.noTags')}</p>;
  return (
    <ul className="tag-rhythms">
      {tags.map((tag) => (
        <li key={tag.name}>
          <div className="setting">
            <div>
              <span dir="auto">{tag.name}</span> <span className="hint">{i18n.t('settings.tagPeople', tag.people)}</span>
            </div>
            <CadenceChoice
              label={i18n.t('details.tagRhythm', [isolated(tag.name)])}
              cadence={tag.cadence}
              onChange={(cadence) => onChange(tag.name, cadence ?? null)}
            />
          </div>
          <NoticeHere place={tagPlace(tag.name)} />
        </li>
      ))}
    </ul>
  );
}

/** Where it is said that a tag's rhythm was changed. */
export function tagPlace(name: string): string {
  return `tag:${name}`;
}
