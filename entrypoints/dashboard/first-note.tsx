import { type FormEvent, useId, useState } from 'react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { isolated } from '../../components/name';
import { PersonLine } from '../../components/people/person-line';
import { contactIdOf, personView } from '../../lib/db/queries/people';
import { useMoment } from '../../components/moment';
import type { Profile } from '../../lib/model/profile';
import { bareProfile } from '../../lib/sites/bare-profile';
import { openTab } from '../person/addresses';
import { useRecords } from '../person/use-records';
import { ShownPerson } from '../person/shown-person';
import { type OpenProfile, useOpenProfiles } from './open-profiles';

/** The first note, written here: choose somebody, write, and see it beside their name. */
export function FirstNote() {
  const open = useOpenProfiles();
  const [chosen, setChosen] = useState<Profile>();
  if (!chosen) return <Choosing open={open ?? []} onChoose={setChosen} />;
  return (
    <>
      <section className="first-note" aria-label={i18n.t('welcome.firstNote')}>
        <ShownPerson key={chosen.key} subject={{ profile: chosen }} layout="compact" focused />
      </section>
      <SeeIt profile={chosen} tabId={open?.find(({ profile }) => profile.key === chosen.key)?.tabId} />
      <p>
        <button type="button" className="button link" onClick={() => setChosen(undefined)}>
          {i18n.t('welcome.somebodyElse')}
        </button>
      </p>
    </>
  );
}

type ChoosingProps = { open: readonly OpenProfile[]; onChoose: (profile: Profile) => void };

/** Somebody whose profile stands open, or by the address of it. */
function Choosing({ open, onChoose }: ChoosingProps) {
  return (
    <section className="first-note-choosing stack">
      <h2>{i18n.t('welcome.firstNote')}</h2>
      <p>{i18n.t(open.length > 0 ? 'welcome.choose' : 'welcome.open')}</p>
      {open.length > 0 && (
        <ul className="open-profiles">
          {open.map(({ profile }) => (
            <li key={profile.key}>
              <button type="button" onClick={() => onChoose(profile)}>
                <PersonLine
                  person={{
                    id: profile.key,
                    name: profile.fields.name ?? profile.handle,
                    headline: profile.fields.headline ?? profile.url.replace(/^https:\/\/(www\.)?/, ''),
                  }}
                />
              </button>
            </li>
          ))}
        </ul>
      )}
      <ByAddress onChoose={onChoose} />
    </section>
  );
}

function ByAddress({ onChoose }: Pick<ChoosingProps, 'onChoose'>) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState(false);
  const choose = (event: FormEvent) => {
    event.preventDefault();
    const profile = profileAt(typed);
    setRefused(!profile);
    if (profile) onChoose(profile);
  };
  return (
    <form className="field" onSubmit={choose} noValidate>
      <label htmlFor={id}>{i18n.t('welcome.address')}</label>
      <div className="by-address">
        <input
          id={id}
          type="url"
          autoComplete="off"
          placeholder="linkedin.com/in/…"
          value={typed}
          aria-invalid={refused}
          aria-describedby={`${id}-why`}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setRefused(false);
          }}
        />
        <button type="submit" className="button primary" disabled={typed.trim() === ''}>
          {i18n.t('welcome.write')}
        </button>
      </div>
      <p id={`${id}-why`} className="problem" aria-live="polite">
        {refused ? i18n.t('welcome.noProfile') : ''}
      </p>
    </form>
  );
}

/** Once something is written, where it will be seen. */
function SeeIt({ profile, tabId }: { profile: Profile; tabId: number | undefined }) {
  const { now, zone } = useMoment();
  const view = useRecords(
    async (records) => {
      const contactId = await contactIdOf(records, [profile.key, ...profile.aliases]);
      return contactId === undefined ? undefined : personView(records, contactId, now, zone);
    },
    [profile.key],
  );
  const isWritten = view !== undefined && (view.notes.length > 0 || view.draft !== undefined);
  const name = view?.contact.name ?? profile.fields.name ?? profile.handle;
  return (
    <div className="see-it" data-written={isWritten} aria-live="polite">
      {isWritten ? (
        <>
          <p>{i18n.t('welcome.written', [isolated(name)])}</p>
          <p>
            <button type="button" className="button primary" onClick={() => void show(profile.url, tabId)}>
              {i18n.t('welcome.seeIt')}
            </button>
          </p>
          <p className="hint">{i18n.t('welcome.followUp')}</p>
        </>
      ) : (
        <p className="hint">{i18n.t('welcome.writing')}</p>
      )}
    </div>
  );
}

/** Brings the tab of a profile to the front, or opens one. */
async function show(url: string, tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return openTab(url);
  const tab = await browser.tabs.update(tabId, { active: true });
  if (tab) await browser.windows.update(tab.windowId, { focused: true });
}

function profileAt(typed: string): Profile | undefined {
  const text = typed.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);
  return url ? bareProfile(url.href) : undefined;
}
