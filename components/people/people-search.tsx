import './people.css';
import { type KeyboardEvent, type Ref, useId, useState } from 'react';
import { i18n } from '#i18n';
import type { ContactSummary } from '../../lib/model/person-view';
import { Icon } from '../icon';
import { Name } from '../name';

type Props = {
  text: string;
  onText: (text: string) => void;
  /** Undefined while they are being looked up. */
  found: readonly ContactSummary[] | undefined;
  onOpen: (person: ContactSummary) => void;
  /** Asked by the arrow keys and Escape when there is nothing to choose from. */
  onLeave?: () => void;
  fieldRef?: Ref<HTMLInputElement>;
  focused?: boolean;
};

/** Finds kept people by name: a combobox whose list appears while there is text. */
export function PeopleSearch({ text, onText, found, onOpen, onLeave, fieldRef, focused = false }: Props) {
  const id = useId();
  const [active, setActive] = useState(0);
  const open = text.trim() !== '';
  const people = open ? (found ?? []) : [];
  const chosen = people[Math.min(active, people.length - 1)];

  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    if (key === 'Escape' && text !== '') {
      event.preventDefault();
      onText('');
    } else if (!open && (key === 'ArrowDown' || key === 'Escape') && onLeave) {
      event.preventDefault();
      onLeave();
    } else if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (people.length > 0) setActive((Math.min(active, people.length - 1) + (key === 'ArrowDown' ? 1 : people.length - 1)) % people.length);
    } else if (key === 'Enter' && chosen) {
      event.preventDefault();
      onOpen(chosen);
    }
  };

  return (
    <div className="people-search" role="search">
      <Icon name="search" />
      <input
        ref={fieldRef}
        type="text"
        role="combobox"
        dir="auto"
        autoComplete="off"
        autoFocus={focused}
        aria-label={i18n.t('people.search')}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        {...(chosen && { 'aria-activedescendant': `${id}-${chosen.id}` })}
        placeholder={i18n.t('people.search')}
        value={text}
        onChange={({ currentTarget }) => {
          setActive(0);
          onText(currentTarget.value);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={i18n.t('people.found')} hidden={!open || people.length === 0} className="people-found">
        {people.map((person, index) => (
          <li
            key={person.id}
            id={`${id}-${person.id}`}
            role="option"
            aria-selected={person === chosen}
            onPointerEnter={() => setActive(index)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onOpen(person)}
          >
            <PersonLine person={person} />
          </li>
        ))}
      </ul>
      {open && found && people.length === 0 && (
        <p className="people-found nobody" role="status">
          {i18n.t('people.nobody')}
        </p>
      )}
    </div>
  );
}

/** A name with the line that tells namesakes apart. */
export function PersonLine({ person: { name, headline } }: { person: ContactSummary }) {
  return (
    <span className="person-line">
      <span className="person-line-name">
        <Name>{name}</Name>
      </span>
      {headline && (
        <span className="hint">
          <bdi>{headline}</bdi>
        </span>
      )}
    </span>
  );
}
