import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { LeftTexts } from '../../components/note/left-texts';
import { desk } from '../person/desk';
import { type Front, watchFront } from '../person/front-profile';
import { ShownPerson } from '../person/shown-person';

/** The person of the tab in front, loaded once the list is on the screen. */
export default function FrontPerson() {
  const [front, setFront] = useState<Front>('looking');
  useEffect(() => {
    const gone = new AbortController();
    watchFront(setFront, gone.signal);
    return () => gone.abort();
  }, []);
  const profile = typeof front === 'object' ? front : undefined;

  return (
    <>
      <LeftTexts desk={desk} />
      {profile && (
        <section className="popup-person" aria-label={i18n.t('popup.inFront')}>
          <ShownPerson key={profile.key} subject={{ profile }} layout={import.meta.env.FIREFOX ? 'pane' : 'compact'} focused={import.meta.env.FIREFOX} />
        </section>
      )}
    </>
  );
}
