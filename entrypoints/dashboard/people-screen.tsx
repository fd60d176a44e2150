import { type RefObject, useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import { hasContacts } from '../../lib/db/queries/people';
import { useRecords } from '../person/use-records';
import { ShownPerson } from '../person/shown-person';
import { PeopleColumn } from './people-column';

type Props = {
  contactId: string | undefined;
  /** What whoever was chosen is called, once that is known. */
  name: string | undefined;
  /** Words to begin the search with. */
  find: string | undefined;
};

/** Everybody kept, searchable, and the one who was chosen. */
export function PeopleScreen({ contactId, name, find }: Props) {
  const hasPeople = useRecords((records) => hasContacts(records), []);
  const column = useRef<HTMLElement>(null);
  const chosen = useRef<HTMLElement>(null);
  useGoingOver(column, chosen, contactId);
  if (hasPeople === undefined) return <div className="state" aria-busy="true" />;
  if (!hasPeople && contactId === undefined) {
    return (
      <div className="state">
        <h1>{i18n.t('pending.first')}</h1>
        <p>{i18n.t('pending.firstText')}</p>
        <p>
          <a href="#/welcome">{i18n.t('welcome.firstNote')}</a>
        </p>
        <p>
          <a href="#/data">{i18n.t('people.bringIn')}</a>
        </p>
      </div>
    );
  }
  return (
    <div className="people-screen" data-chosen={contactId !== undefined}>
      <PeopleColumn column={column} contactId={contactId} find={find} />
      <section ref={chosen} className="people-chosen" tabIndex={-1} aria-label={name}>
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
      </section>
    </div>
  );
}

/** Where there is room for one column alone, the keyboard goes with the one that is shown: to whom was chosen, and back to them in the list. */
function useGoingOver(column: RefObject<HTMLElement | null>, chosen: RefObject<HTMLElement | null>, contactId: string | undefined): void {
  const before = useRef(contactId);
  useEffect(() => {
    const was = before.current;
    before.current = contactId;
    if (was === contactId) return;
    if (contactId !== undefined && !column.current?.checkVisibility()) {
      scrollTo({ top: 0 });
      chosen.current?.focus({ preventScroll: true });
    } else if (contactId === undefined && document.activeElement === document.body) {
      column.current?.querySelector<HTMLElement>(`a[href="#/people/${was}"]`)?.focus();
    }
  }, [contactId, column, chosen]);
}
