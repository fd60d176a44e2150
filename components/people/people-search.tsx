import './people.css';
import { type KeyboardEvent, type Ref, useEffect, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { ContactSummary, FoundPeople } from '../../lib/model/person-view';
import { Icon } from '../icon';
import { NobodyFound } from './nobody-found';
import { PersonLine } from './person-line';

type Props = {
  text: string;
  onText: (text: string) => void;
  /** The newest answer there is, perhaps to what was typed a moment ago; undefined before there is one. */
  found: FoundPeople | undefined;
  onOpen: (person: ContactSummary) => void;
  /** Asked by the arrow keys and Escape when there is nothing to choose from. */
  onLeave?: () => void;
  fieldRef?: Ref<HTMLInputElement>;
  focused?: boolean;
};

/** Finds kept people: a combobox whose list appears while there is text. */
export function PeopleSearch({ text, onText, found, onOpen, onLeave, fieldRef, focused = false }: Props) {
  const id = useId();
  const [activeId, setActiveId] = useState<string>();
  const entered = useRef<string>(undefined);
  const open = text.trim() !== '';
  const people = open ? (found?.people ?? []) : [];
  const active = Math.max(
    0,
    people.findIndex((person) => person.id === activeId),
  );
  const chosen = people[active];
  const isAnswer = found?.text === text;

  // Enter was pressed before the answer had come: it is meant for the answer, not for what the list still shows.
  useEffect(() => {
    if (!isAnswer || entered.current !== text) return;
    entered.current = undefined;
    if (chosen) onOpen(chosen);
  }, [isAnswer, text, chosen, onOpen]);

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
      setActiveId(people[(active + (key === 'ArrowDown' ? 1 : people.length - 1)) % people.length]?.id);
    } else if (key === 'Enter' && open && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (!isAnswer) entered.current = text;
      else if (chosen) onOpen(chosen);
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
          setActiveId(undefined);
          entered.current = undefined;
          onText(currentTarget.value);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={i18n.t('people.found')} aria-busy={!isAnswer} hidden={people.length === 0} className="people-found">
        {people.map((person) => (
          <li
            key={person.id}
            id={`${id}-${person.id}`}
            role="option"
            aria-selected={person === chosen}
            onPointerMove={() => setActiveId(person.id)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onOpen(person)}
          >
            <PersonLine person={person} />
          </li>
        ))}
      </ul>
      {open && isAnswer && people.length === 0 && <NobodyFound found={found} className="people-found nobody" />}
    </div>
  );
}
