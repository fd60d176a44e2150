import { i18n } from '#i18n';
import { organisationInDetails, positionInDetails } from '../../lib/model/organisation';
import type { PersonView } from '../../lib/model/person-view';
import type { Profile } from '../../lib/model/profile';
import { SpokenDate } from '../date/spoken-date';
import { rhythmWords } from '../details/cadence-words';
import type { ProfileLink } from '../details/details';
import { Icon } from '../icon';
import { channelLabel, relationLabel } from '../labels';
import { useMoment } from '../moment';
import { isolated, Name } from '../name';
import { StalenessMark } from '../staleness/staleness-mark';

type Props = {
  view: PersonView | undefined;
  profile: Profile | undefined;
  heading: 'h1' | 'h2';
  /** Their pages, where none of them is in front. */
  profileLinks: readonly ProfileLink[];
  onKeep: () => void;
  onStar: (starred: boolean) => void;
};

/** Who it is, and how things stand. */
export function PersonHeader({ view, profile, heading: Heading, profileLinks, onKeep, onStar }: Props) {
  const name = nameOf(view, profile);
  const starred = view?.contact.starred ?? false;
  return (
    <header className="person-header">
      <div className="person-title">
        <Heading className="person-name">
          <Name>{name}</Name>
        </Heading>
        {profileLinks.map(({ key, label, url }) => (
          <a key={key} className="icon-button" href={url} target="_blank" rel="noopener noreferrer" aria-label={label} title={label}>
            <Icon name="open" />
          </a>
        ))}
        {view ? (
          <button
            type="button"
            className="icon-button star"
            aria-pressed={starred}
            aria-label={i18n.t('person.star', [isolated(name)])}
            title={i18n.t(starred ? 'person.starred' : 'person.starIt')}
            onClick={() => onStar(!starred)}
          >
            <Icon name="star" filled={starred} />
          </button>
        ) : (
          <button type="button" className="button primary" onClick={onKeep}>
            {i18n.t('person.keep')}
            <span className="for-screen-readers"> {isolated(name)}</span>
          </button>
        )}
      </div>
      <About {...said(view, profile)} />
      {view && view.contact.relations.length > 0 && (
        <ul className="person-relations" aria-label={i18n.t('details.relations')}>
          {view.contact.relations.map((relation) => (
            <li key={relation}>{relationLabel(relation)}</li>
          ))}
        </ul>
      )}
      {view ? <Standing view={view} /> : <p className="hint">{i18n.t('person.new')}</p>}
    </header>
  );
}

/** What to call the person of a pane. */
export function nameOf(view: PersonView | undefined, profile: Profile | undefined): string {
  return view?.contact.name ?? profile?.fields.name ?? profile?.handle ?? '';
}

/** What their profiles say of them; what they do and where by their details, where no profile says it. */
function said(view: PersonView | undefined, profile: Profile | undefined): Profile['fields'] {
  const fields = view?.profile?.fields ?? profile?.fields ?? {};
  if (!view || fields.headline !== undefined || fields.organisation !== undefined) return fields;
  const [headline, organisation] = [positionInDetails(view.contact), organisationInDetails(view.contact)];
  return { ...fields, ...(headline !== undefined && { headline }), ...(organisation !== undefined && { organisation }) };
}

function About({ headline, organisation, place }: Profile['fields']) {
  const more = [organisation, place].filter((line) => line !== undefined && !headline?.includes(line));
  return (
    <>
      {headline && (
        <p className="person-headline">
          <bdi>{headline}</bdi>
        </p>
      )}
      {more.length > 0 && (
        <p className="hint">
          <bdi>{more.join(' · ')}</bdi>
        </p>
      )}
    </>
  );
}

function Standing({ view: { contact, lastContact, staleness, rhythm } }: { view: PersonView }) {
  const { today, locale } = useMoment();
  const peace = contact.archived ? i18n.t('person.archived') : contact.neverRemind ? i18n.t('person.neverReminded') : undefined;
  const isOver = !peace && rhythm !== undefined && rhythm.lapsesOn < today;
  return (
    <>
      <p className="person-standing">
        <StalenessMark staleness={staleness} />
        {lastContact ? (
          <span>
            {i18n.t('person.lastInTouch')} <SpokenDate date={lastContact.on} /> · {channelLabel(lastContact.channel)}
          </span>
        ) : (
          <span>{i18n.t('person.neverInTouch')}</span>
        )}
      </p>
      {(peace ?? rhythm) && (
        <p className="person-rhythm" data-over={isOver} dir="auto">
          {peace ?? (rhythm && rhythmWords(rhythm, today, locale))}
        </p>
      )}
    </>
  );
}
