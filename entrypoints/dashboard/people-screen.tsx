import { type KeyboardEvent, useState } from 'react';
import { i18n } from '#i18n';
import { NobodyFound } from '../../components/people/nobody-found';
import { PersonLine } from '../../components/people/person-line';
import { hasContacts } from '../../lib/db/queries/people';
import { useFoundPeople } from '../person/found-people';
import { useRecords } from '../person/use-records';
import { ShownPerson } from '../person/shown-person';

const SHOWN_AT_FIRST = 60;

type Props = {
  contactId: string | undefined;
  /** Words to begin the search with. */
  find: string | undefined;
};

/** Everybody kept, searchable, and the one who was chosen. */
export function PeopleScreen({ contactId, find }: Props) {
  const hasPeople = useRecords((records) => hasContacts(records), []);
  if (hasPeople === undefined) return <div className="state" aria-busy="true" />;
  if (!hasPeople && contactId === undefined) {
    return (
      <div className="state">
        <h1>{i18n.t('pending.first')}</h1>
        <p>{i18n.t('pending.firstText')}</p>
        <p>
          <a href="#/welcome">{i18n.t('welcome.firstNote')}</a>
        </p>
      </div>
    );
  }
  return (
    <div className="people-screen" data-chosen={contactId !== undefined}>
      <PeopleColumn contactId={contactId} find={find} />
      <div className="people-chosen">
        {contactId === undefined ? (
          <p className="state">{i18n.t('people.choose')}</p>
        ) : (
          <>
            <a className="people-back" href="#/people">
              {i18n.t('people.back')}
            </a>
            <ShownPerson key={contactId} subject={{ contactId }} layout="page" />
          </>
        )}
      </div>
    </div>
  );
}

function PeopleColumn({ contactId, find }: Props) {
  const [begun, setBegun] = useState(find);
  const [text, setText] = useState(find ?? '');
  const [limit, setLimit] = useState(SHOWN_AT_FIRST);
  // Another search was begun from the address bar; choosing somebody from this one leaves it as it is.
  if (find !== undefined && find !== begun) {
    setBegun(find);
    setText(find);
  }
  const found = useFoundPeople(text, limit + 1);
  return (
    <section className="people-column" onKeyDown={goAlong}>
      <h1>{i18n.t('people.heading')}</h1>
      <div className="people-filter" role="search">
        <input
          type="search"
          dir="auto"
          aria-label={i18n.t('people.search')}
          placeholder={i18n.t('people.search')}
          value={text}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            setLimit(SHOWN_AT_FIRST);
          }}
        />
      </div>
      <ul className="people-list" aria-label={i18n.t('people.list')} aria-busy={found === undefined}>
        {found?.people.slice(0, limit).map((person) => (
          <li key={person.id}>
            <a href={`#/people/${person.id}`} {...(person.id === contactId && { 'aria-current': 'true' as const })}>
              <PersonLine person={person} />
            </a>
          </li>
        ))}
      </ul>
      {found?.people.length === 0 && <NobodyFound found={found} className="state" />}
      {found && found.people.length > limit && (
        <button type="button" className="button people-more" onClick={() => setLimit(limit + SHOWN_AT_FIRST)}>
          {i18n.t('people.more')}
        </button>
      )}
    </section>
  );
}

/** The arrow keys go from the search to the people found and along them. */
function goAlong(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, .people-list a')];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  const next = step !== 0 && at >= 0 ? stops[at + step] : undefined;
  if (!next) return;
  event.preventDefault();
  next.focus();
}
