import './sidepanel.css';
import { Activity, useEffect, useEffectEvent, useState } from 'react';
import { i18n } from '#i18n';
import { Icon } from '../../components/icon';
import { LeftTexts } from '../../components/note/left-texts';
import { NoticeHere, NoticesProvider, useNotices } from '../../components/notice/notices';
import { dashboardUrl, openTab } from '../person/addresses';
import { ASKED_PLACE, useAsked } from '../person/asked-person';
import { desk } from '../person/desk';
import { type Front, watchFront } from '../person/front-profile';
import { PeopleFinder } from '../person/people-finder';
import { PeopleHere } from '../person/people-here';
import { ShownPerson } from '../person/shown-person';
import { keepPlaces, type Place, trimPlaces } from './places';

/** Taking away whoever was shown long ago takes as long as drawing half of the next person: by then they are there. */
const TRIMMED_AFTER = 300;

/** The person of the page in front, or somebody looked up meanwhile. */
export function SidePanel() {
  return (
    <NoticesProvider>
      <Panel />
    </NoticesProvider>
  );
}

function Panel() {
  const { clear } = useNotices();
  const [front, setFront] = useState<Front>('looking');
  const [chosen, setChosen] = useState<string>();
  const onFront = useEffectEvent((next: Front) => {
    setFront(next);
    if (next !== 'looking') return;
    // Whoever was looked up stays until another page comes to the front.
    setChosen(undefined);
    clear();
  });
  useEffect(() => {
    const gone = new AbortController();
    watchFront((next) => onFront(next), gone.signal);
    return () => gone.abort();
  }, []);
  useAsked(setChosen);

  const page = front === 'looking' ? undefined : front;
  const shown =
    chosen !== undefined
      ? { subject: { contactId: chosen } }
      : page?.person
        ? { subject: { profile: page.person.profile }, begun: page.person.begun, address: page.address }
        : undefined;
  const [places, setPlaces] = useState<readonly Place[]>([]);
  const kept = shown ? keepPlaces(places, shown) : places;
  if (kept !== places) setPlaces(kept);
  const current = shown && kept[0];
  useEffect(() => {
    const timer = setTimeout(() => setPlaces(trimPlaces), TRIMMED_AFTER);
    return () => clearTimeout(timer);
  }, [places]);

  return (
    <>
      <header className="panel-head">
        <PeopleFinder onOpen={({ id }) => setChosen(id)} />
        <button
          type="button"
          className="icon-button"
          aria-label={i18n.t('panel.dashboard')}
          title={i18n.t('panel.dashboard')}
          onClick={() => openTab(dashboardUrl('people'))}
        >
          <Icon name="open" />
        </button>
      </header>
      <div className="panel-notices">
        <LeftTexts desk={desk} />
        <NoticeHere place={ASKED_PLACE} />
      </div>
      {chosen !== undefined && <BackToPage front={front} onBack={() => setChosen(undefined)} />}
      <main>
        {!current && page && (
          <>
            <PeopleHere onOpen={({ id }) => setChosen(id)} />
            <Nobody />
          </>
        )}
        {kept.map((place) => (
          <Activity key={place.key} mode={place === current ? 'visible' : 'hidden'}>
            <ShownPerson subject={place.subject} begun={place.begun} address={place.address} focused={place === current} />
          </Activity>
        ))}
      </main>
    </>
  );
}

function BackToPage({ front, onBack }: { front: Front; onBack: () => void }) {
  if (front === 'looking') return null;
  return (
    <p className="panel-back">
      <button type="button" className="button link" onClick={onBack}>
        {i18n.t('panel.backToPage')}
      </button>
    </p>
  );
}

function Nobody() {
  return (
    <div className="state">
      <h1>{i18n.t('panel.noProfile')}</h1>
      <p>{i18n.t('panel.noProfileText')}</p>
    </div>
  );
}
