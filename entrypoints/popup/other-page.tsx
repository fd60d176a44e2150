import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { Name } from '../../components/name';
import { SiteSwitch } from '../../components/site/site-switch';
import { contactIdOf } from '../../lib/db/queries/people';
import type { Profile } from '../../lib/model/profile';
import { readOnce } from '../person/read-once';
import { records } from '../person/records';
import { ShownPerson } from '../person/shown-person';
import { isGranted, siteToSwitch, switchOn } from '../person/site-access';

/** A page Kith is not on: read once, by the button that opened the popup. */
type OtherPageRead = { profile: Profile; isPerson: boolean; site: { label: string; origins: readonly string[] } | undefined };

/** The page in front where it is no profile of a site that is on: somebody all the same, or a page to be kept as somebody's. */
export function OtherPage() {
  const [read, setRead] = useState<OtherPageRead>();
  const [kept, setKept] = useState(false);
  useEffect(() => void readFront().then(setRead), []);
  if (!read) return null;
  const { profile, isPerson, site } = read;
  return (
    <section className="popup-person" aria-label={i18n.t('popup.inFront')}>
      {isPerson || kept ? (
        <ShownPerson key={profile.key} subject={{ profile }} layout={import.meta.env.FIREFOX ? 'pane' : 'compact'} />
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
      {site && (isPerson || kept) && <SiteSwitch label={site.label} onSwitchOn={() => void switchOn(site.origins)} />}
    </section>
  );
}

async function readFront(): Promise<OtherPageRead | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const url = tab?.url === undefined ? undefined : URL.parse(tab.url);
  const read = tab?.id === undefined || !url ? undefined : await readOnce(tab.id);
  if (!read || !url) return undefined;
  const { profile } = read;
  const site = siteToSwitch(url);
  const on = site === undefined || (await isGranted(site.origins));
  const isKept = (await contactIdOf(records, [profile.key, ...profile.aliases])) !== undefined;
  return { profile, isPerson: isKept || read.describesPerson, site: on ? undefined : site };
}
