import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { ProfileLink, TagsKnown } from '../../components/details/details';
import type { Owner } from '../../components/details/links-field';
import type { Understand } from '../../components/follow-up/understanding';
import { useMoment } from '../../components/moment';
import { NoticeHere, NoticesProvider, useNotices } from '../../components/notice/notices';
import type { SamePersonSuggestion } from '../../components/person/same-person';
import type { Finder } from '../../components/person/same-person-as';
import { suggestions } from '../../lib/identity/suggestions';
import { nameOf } from '../../components/person/person-header';
import { PersonPane } from '../../components/person/person-pane';
import { tagFacts, tagsInUse } from '../../lib/db/queries/tags';
import { mergesBegun } from '../../lib/db/queries/long-work';
import { pendingDates } from '../../lib/db/queries/pending-actions';
import { claimsAbout, contactsByKeys } from '../../lib/db/queries/people';
import type { Contact } from '../../lib/model/contact';
import type { Subject } from '../../lib/messaging/protocol';
import { isMergeOf, type LongWork } from '../../lib/model/long-work';
import type { PendingDate } from '../../lib/model/pending-action';
import { isStableId, type ProfileKey } from '../../lib/model/profile';
import { DEFAULT_SETTINGS } from '../../lib/model/settings';
import { suggestedCadence } from '../../lib/reminders/cadence';
import { dayPresets, followUpPresets, snoozePresets } from '../../lib/reminders/snooze';
import { profileKeyOf, profileUrl } from '../../lib/sites/profile-key';
import { siteIdAt } from '../../lib/sites/site-at';
import { dashboardUrl } from './addresses';
import { desk, drawer } from './desk';
import { findPerson, type FoundPerson } from './find-person';
import { useFrontPage } from './front-page';
import { keepNoteAbout } from './keep-note';
import { PeopleFinder } from './people-finder';
import { personVerbs } from './person-verbs';
import { labelOf } from './profile-label';
import { records } from './records';
import { useNoticed } from './use-noticed';
import { type Answers, useRecords } from './use-records';
import { useKeptGoing, WorkHere } from './work-here';

type Props = {
  /** Whom it is about. Another person needs another `key`: nothing of one may be seen as the other's. */
  subject: Subject;
  /** What is kept of them, where it is being read already. */
  begun?: Answers<FoundPerson> | undefined;
  /** Of the page in front, where that is theirs. */
  address?: string | undefined;
  layout?: 'pane' | 'compact' | 'page';
  focused?: boolean;
};

/**
 * One person with everything that can be done about them, read from the records and kept by the background. Drawn anew only when it is to
 * be another.
 */
export const ShownPerson = memo(function ShownPerson(props: Props) {
  return (
    <NoticesProvider>
      <Connected {...props} />
    </NoticesProvider>
  );
});

function Connected({ subject, begun, address, layout = 'pane', focused = false }: Props) {
  const { now, zone, today, locale } = useMoment();
  const found = usePerson(subject, begun);
  const { followUpTime, pointed } = found?.settings ?? DEFAULT_SETTINGS;
  const keep = useNoteKeeper(subject);
  const understand: Understand = useCallback(
    async (words) => (await import('../../lib/reminders/plain-words')).understandWhen(words, now, zone, followUpTime, locale),
    [now, zone, followUpTime, locale],
  );
  const followUpChoices = useMemo(() => followUpPresets(now, zone, followUpTime), [now, zone, followUpTime]);
  const snoozeWays = useMemo(() => ({ times: snoozePresets(now, zone, followUpTime), days: dayPresets(now, zone, followUpTime) }), [now, zone, followUpTime]);

  const profile = 'profile' in subject ? subject.profile : undefined;
  const contact = found?.view?.contact;
  const frontPage = useFrontPage(profile ? undefined : (contact?.profileKeys ?? []));
  const noticed = useNoticed([...(contact?.profileKeys ?? []), ...(profile ? [profile.key, ...profile.aliases] : [])]);
  const days = useDays(layout === 'compact' ? undefined : contact);
  const suggestions = useSuggestions(layout === 'compact' ? undefined : contact?.profileKeys);
  const merge = useMerge(layout === 'compact' ? undefined : contact?.id);
  // What only the details show is read once they are open.
  const [isOpen, setIsOpen] = useState(layout === 'page');
  const tags = useTags(isOpen ? contact?.tags : undefined);
  const interactions = isOpen ? found?.view?.interactions : undefined;
  const suggested = useMemo(() => suggestedCadence(interactions?.map(({ on }) => on) ?? [], today), [interactions, today]);

  // Whoever was brought back has the cursor in their note.
  const [wasGone, setWasGone] = useState(false);

  if (!found) return <div className="state" aria-busy="true" />;
  const { view } = found;
  if (!view && 'contactId' in subject) {
    if (!wasGone) setWasGone(true);
    return <Gone isPage={layout === 'page'} />;
  }
  const page = address === undefined ? null : URL.parse(address);
  const siteId = page ? siteIdAt(page) : '';
  const keys = view?.contact.profileKeys ?? [];
  const ids = [...(view ? [view.contact.id] : []), ...keys, ...(profile ? [profile.key, ...profile.aliases] : [])];
  return (
    <PersonPane
      view={view}
      profile={profile}
      // A site's own id leads to the same page as the address beside it.
      profileLinks={keys.filter((key) => !isStableId(key)).flatMap(linkOf)}
      suggestions={merge ? suggestions.filter(({ owner }) => !owner || !isMergeOf(merge, owner.id)) : suggestions}
      merging={merge && <WorkHere view={{ work: merge, isTakenBack: false, isChange: true }} heading="h2" />}
      suggestedCadence={suggested}
      tags={tags}
      pointed={siteId in pointed}
      desk={desk}
      drawer={drawer}
      subject={{ ids, name: nameOf(view, profile), keep }}
      actions={personVerbs(subject, view?.contact.id, siteId)}
      keyOf={keyOf}
      findOwner={findOwner}
      finder={finder}
      understand={understand}
      followUpChoices={followUpChoices}
      snoozeWays={snoozeWays}
      days={days}
      frontPage={frontPage}
      isNoticed={noticed}
      layout={layout}
      focused={focused || wasGone}
      onDetails={setIsOpen}
    />
  );
}

/** Somebody deleted: what is left is the way back, and what had the keyboard has gone with them. `isPage`: this is the dashboard. */
function Gone({ isPage }: { isPage: boolean }) {
  const { notice } = useNotices();
  const noticePlace = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) (noticePlace.current?.querySelector<HTMLElement>('button') ?? noticePlace.current)?.focus();
  }, []);
  return (
    <div className="state">
      <h1>{i18n.t('person.gone')}</h1>
      <div ref={noticePlace} className="notice-place" tabIndex={-1}>
        <NoticeHere place="person" />
      </div>
      {notice?.undo ? (
        <p>{i18n.t('person.goneText')}</p>
      ) : (
        <p>
          {i18n.t('person.goneSince')}{' '}
          <a href={dashboardUrl('changes')} {...(!isPage && { target: '_blank', rel: 'noopener noreferrer' })}>
            {i18n.t('changes.heading')}
          </a>
        </p>
      )}
    </div>
  );
}

/** Undefined until it was looked up. */
function usePerson(subject: Subject, begun: Answers<FoundPerson> | undefined): FoundPerson | undefined {
  const { now, zone, today } = useMoment();
  const contactId = 'contactId' in subject ? subject.contactId : undefined;
  const keys = 'profile' in subject ? [subject.profile.key, ...subject.profile.aliases] : [];
  return useRecords((records) => findPerson(records, contactId ?? keys, now, zone), [contactId, keys.join(' '), today, zone], begun);
}

/** The days of theirs that wait: read once they are shown, and of nobody without any. */
function useDays(contact: Contact | undefined): readonly PendingDate[] {
  const { today } = useMoment();
  const contactId = contact && (contact.birthday !== undefined || contact.dates.length > 0) ? contact.id : undefined;
  const days = useRecords((records) => (contactId === undefined ? undefined : pendingDates(records, contactId, today)), [contactId, today]);
  return days ?? NO_DAYS;
}

const NO_DAYS: readonly PendingDate[] = [];

/** Which further profiles pages give to whoever owns `keys`. */
function useSuggestions(keys: readonly ProfileKey[] | undefined): readonly SamePersonSuggestion[] {
  const found = useRecords(
    async (records) => {
      if (!keys || keys.length === 0) return undefined;
      const { claims, owners } = await claimsAbout(records, keys);
      const found = suggestions(keys, claims, (key) => owners.get(key)?.id).map(({ ownerId, key, ...suggestion }) => {
        const owner = ownerId === undefined ? undefined : owners.get(key);
        const [link] = linkOf(key);
        return { ...suggestion, key, label: link?.label ?? key, ...(link && { url: link.url }), ...(owner && { owner: { id: owner.id, name: owner.name } }) };
      });
      return found.length > 0 ? found : undefined;
    },
    [keys?.join(' ')],
  );
  return found ?? NONE;
}

const NONE: readonly SamePersonSuggestion[] = [];

/** The merge of somebody that is under way, or was stopped; not where one of the two has gone. */
function useMerge(contactId: string | undefined): LongWork | undefined {
  const merge = useRecords(
    async (records) => {
      if (contactId === undefined) return undefined;
      return (await mergesBegun(records)).find((work) => work.problem !== 'personMissing' && isMergeOf(work, contactId));
    },
    [contactId],
  );
  useKeptGoing(merge?.status === 'working');
  return merge;
}

/** What is to be known of these tags, and which there are. */
function useTags(names: readonly string[] | undefined): TagsKnown {
  const facts = useRecords((records) => (names ? tagFacts(records, names) : undefined), [names?.join('\n')]);
  const inUse = useRecords((records) => (names ? tagsInUse(records) : undefined), [names === undefined]);
  return { facts: facts ?? [], inUse: inUse ?? [] };
}

/** One keeper for as long as the person is shown, telling the background the newest of what their page says. */
function useNoteKeeper(subject: Subject) {
  const newest = useRef(subject);
  useEffect(() => {
    newest.current = subject;
  }, [subject]);
  const [keep] = useState(() => keepNoteAbout(() => newest.current));
  return keep;
}

function keyOf(url: string): ProfileKey | undefined {
  return profileKeyOf(url)?.key;
}

async function findOwner(key: ProfileKey): Promise<Owner | undefined> {
  const [found] = await contactsByKeys(records, [key]);
  return found && { id: found.contact.id, name: found.contact.name };
}

const finder: Finder = (onOpen, onLeave) => <PeopleFinder focused onOpen={onOpen} onLeave={onLeave} />;

function linkOf(key: ProfileKey): ProfileLink[] {
  const url = profileUrl(key);
  return url ? [{ key, label: labelOf(key), url }] : [];
}
