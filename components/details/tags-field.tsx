import { useId, useState } from 'react';
import { i18n } from '#i18n';
import { tagName } from '../../lib/model/tag';
import { Icon } from '../icon';

/** Words for groups; Enter or a comma ends one. */
export function TagsField({ tags, onChange }: { tags: readonly string[]; onChange: (tags: string[]) => void }) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const add = (text: string) => {
    const names = text.split(',').map(tagName).filter(Boolean);
    setTyped('');
    if (names.some((name) => !tags.includes(name))) onChange([...new Set([...tags, ...names])]);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{i18n.t('details.tags')}</label>
      {tags.length > 0 && (
        <ul className="tags">
          {tags.map((tag) => (
            <li key={tag} className="tag">
              <span dir="auto">{tag}</span>
              <button
                type="button"
                className="icon-button"
                aria-label={i18n.t('details.removeTag', [tag])}
                title={i18n.t('details.removeTag', [tag])}
                onClick={() => onChange(tags.filter((each) => each !== tag))}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        id={id}
        dir="auto"
        value={typed}
        placeholder={i18n.t('details.tagsPlaceholder')}
        onChange={({ currentTarget }) => (currentTarget.value.includes(',') ? add(currentTarget.value) : setTyped(currentTarget.value))}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && typed.trim() !== '') add(typed);
        }}
        onBlur={() => add(typed)}
      />
    </div>
  );
}
