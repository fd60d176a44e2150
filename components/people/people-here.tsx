import './people.css';
import './people-here.css';
import { i18n } from '#i18n';
import type { ContactSummary } from '../../lib/model/person-view';
import { PersonLine } from './person-line';

/** The people one knows among those whom a page links. */
export function PeopleHereList({ people, onOpen }: { people: readonly ContactSummary[]; onOpen: (person: ContactSummary) => void }) {
  return (
    <section className="people-here">
      <h2>{i18n.t('peopleHere.heading', people.length)}</h2>
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <button type="button" onClick={() => onOpen(person)}>
              <PersonLine person={person} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
