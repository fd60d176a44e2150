import './people.css';
import './people-here.css';
import { i18n } from '#i18n';
import type { ContactSummary, PeopleHere } from '../../lib/model/person-view';
import { useMoment } from '../moment';
import { PersonLine } from './person-line';

type Props = { here: PeopleHere; onOpen: (person: ContactSummary) => void; onMore: () => void };

/** The people one knows on a page. */
export function PeopleHereList({ here: { count, people }, onOpen, onMore }: Props) {
  const { locale } = useMoment();
  return (
    <section className="people-here">
      <h2>{i18n.t('peopleHere.heading', count, [count.toLocaleString(locale)])}</h2>
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <button type="button" onClick={() => onOpen(person)}>
              <PersonLine person={person} />
            </button>
          </li>
        ))}
        {count > people.length && (
          <li>
            <button type="button" className="people-here-more" onClick={onMore}>
              {i18n.t('people.more')}
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}
