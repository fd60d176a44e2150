import { useState } from 'react';
import { i18n } from '#i18n';
import { Name } from '../../components/name';
import type { Profile } from '../../lib/model/profile';
import { ShownPerson } from '../person/shown-person';

/** A page that describes nobody, to be kept as somebody's all the same. */
export function OtherPage({ profile, address }: { profile: Profile; address: string | undefined }) {
  const [kept, setKept] = useState(false);
  return (
    <section className="popup-person" aria-label={i18n.t('popup.inFront')}>
      {kept ? (
        <ShownPerson subject={{ profile }} address={address} layout={import.meta.env.FIREFOX ? 'pane' : 'compact'} />
      ) : (
        <p className="site-switch">
          <span>
            {i18n.t('site.anyPage')} <Name>{profile.fields.name ?? profile.handle}</Name>
          </span>
          <button type="button" className="button" onClick={() => setKept(true)}>
            {i18n.t('site.keepPage')}
          </button>
        </p>
      )}
    </section>
  );
}
