import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { LeftTexts } from '../../components/note/left-texts';
import { NoticeHere, NoticesProvider } from '../../components/notice/notices';
import { ASKED_PLACE, useAsked } from '../person/asked-person';
import { desk } from '../person/desk';
import { type Front, watchFront } from '../person/front-profile';
import { PeopleHere } from '../person/people-here';
import { ShownPerson } from '../person/shown-person';
import { FrontSite } from './front-site';
import { OtherPage } from './other-page';

/** The person of the tab in front, loaded once the list is on the screen. */
export default function FrontPerson() {
  return (
    <NoticesProvider>
      <InFront />
    </NoticesProvider>
  );
}

function InFront() {
  const [front, setFront] = useState<Front>('looking');
  const [chosen, setChosen] = useState<string>();
  useEffect(() => {
    const gone = new AbortController();
    watchFront(setFront, gone.signal);
    return () => gone.abort();
  }, []);
  useAsked(setChosen);
  const page = front === 'looking' ? undefined : front;
  const person = chosen === undefined ? page?.person : undefined;

  return (
    <>
      <LeftTexts desk={desk} />
      <NoticeHere place={ASKED_PLACE} />
      {page && !page.person && chosen === undefined && <PeopleHere onOpen={({ id }) => setChosen(id)} />}
      {chosen !== undefined && (
        <section className="popup-person">
          <ShownPerson key={chosen} subject={{ contactId: chosen }} layout={import.meta.env.FIREFOX ? 'pane' : 'compact'} focused />
        </section>
      )}
      {page?.couldBe && <OtherPage key={page.couldBe.key} profile={page.couldBe} address={page.address} />}
      {person && (
        <section className="popup-person" aria-label={i18n.t('popup.inFront')}>
          <ShownPerson
            key={person.profile.key}
            subject={{ profile: person.profile }}
            begun={person.begun}
            address={page?.address}
            layout={import.meta.env.FIREFOX ? 'pane' : 'compact'}
            focused={import.meta.env.FIREFOX}
          />
        </section>
      )}
      {page?.address !== undefined && <FrontSite address={page.address} />}
    </>
  );
}
