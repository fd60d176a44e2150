import './person.css';
import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { PendingDate } from '../../lib/model/pending-action';
import type { PersonView } from '../../lib/model/person-view';
import { isStableId, type Profile, type ProfileKey, siteIdOf } from '../../lib/model/profile';
import { isDue, type Reminder } from '../../lib/model/reminder';
import { LogContact, loggedText } from '../contact-log/log-contact';
import { cadenceWords } from '../details/cadence-words';
import type { SuggestedCadence } from '../details/cadence-field';
import { Details, type ProfileLink, type TagsKnown } from '../details/details';
import type { Owner } from '../details/links-field';
import { type FollowUpChoices, FollowUpForm } from '../follow-up/follow-up-form';
import { encountersOffered } from '../follow-up/encounters-offered';
import { closedWords, followUpWords } from '../follow-up/follow-up-words';
import { ReminderList } from '../follow-up/reminder-list';
import type { Understand } from '../follow-up/understanding';
import { Later } from '../later';
import { useGoingOn } from '../list/use-going-on';
import { isolated } from '../name';
import { useMoment } from '../moment';
import type { NoteDesk, NoteSubject } from '../note/note-desk';
import { NoteEditor } from '../note/note-editor';
import { type Further, NoticeHere, useNotices } from '../notice/notices';
import { together } from '../notice/outcome';
import { whatWords } from '../pending/reason-words';
import type { SnoozeWays } from '../pending/snooze-offer';
import { spokenDate, spokenDateTime } from '../../lib/model/spoken';
import { Timeline } from '../timeline/timeline';
import type { BegunForms, FormDrawer } from './begun-forms';
import { News } from './news';
import { PendingDays } from './pending-days';
import type { PersonActions } from './person-actions';
import { Reading } from './reading';
import { SamePerson, type SamePersonSuggestion } from './same-person';
import { type Finder, SamePersonAs } from './same-person-as';
import { nameOf, PersonHeader } from './person-header';

type Props = {
  /** Somebody kept; absent for somebody new. */
  view: PersonView | undefined;
  /** What the page in front says; absent when no page of theirs is in front. */
  profile: Profile | undefined;
  profileLinks: readonly ProfileLink[];
  /** Whether the user has shown where the name stands on this site. */
  pointed: boolean;
  /** Further profiles that may be theirs. */
  suggestions: readonly SamePersonSuggestion[];
  /** How far it is to make one person of two, where this is one of them. */
  merging?: ReactNode;
  suggestedCadence?: SuggestedCadence | undefined;
  tags: TagsKnown;
  desk: NoteDesk;
  drawer: FormDrawer;
  subject: NoteSubject;
  actions: PersonActions;
  /** Whose profile an address is, by the address alone; undefined where it is none that Kith recognises. */
  keyOf: (url: string) => ProfileKey | undefined;
  /** Who has a profile. */
  findOwner: (key: ProfileKey) => Promise<Owner | undefined>;
  finder: Finder;
  understand: Understand;
  followUpChoices: FollowUpChoices;
  snoozeWays: SnoozeWays;
  /** The birthday and other days of theirs that wait. */
  days: readonly PendingDate[];
  /** The address of the page in front where a follow-up can wait for that; absent where it is the person's own. */
  frontPage?: string | undefined;
  /** Whether Kith would notice by itself that a profile of theirs is opened; otherwise it has to be opened there. */
  isNoticed: boolean;
  /** `compact`: name, note, log and follow-up only. `page`: with room to show the details at once. */
  layout?: 'pane' | 'compact' | 'page';
  /** Puts the cursor into the note. */
  focused?: boolean;
  /** The details were opened, or closed again. */
  onDetails?: (open: boolean) => void;
};

/** Everything known and everything to be done about one person. */
export function PersonPane(props: Props) {
  const { view, profile, actions, layout = 'pane' } = props;
  const { say } = useNotices();
  const name = nameOf(view, profile);
  const followUpButton = useRef<HTMLButtonElement>(null);
  const noticePlace = useRef<HTMLDivElement>(null);
  // What can be gone as soon as something was done with it.
  const standing = [view?.contact.id, ...(view?.changes.flatMap(({ dismissed, sightingId }) => (dismissed ? [] : sightingId)) ?? [])].join(' ');
  const ids = useMemo(() => standing.split(' '), [standing]);
  const goingOn = useGoingOn(ids, () => (noticePlace.current?.querySelector<HTMLElement>('.notice button') ?? noticePlace.current)?.focus());
  const keep = async () => say('person', i18n.t('person.kept', [isolated(name)]), await actions.keep());
  const star = async (starred: boolean) => say('person', i18n.t(starred ? 'person.nowStarred' : 'person.noLongerStarred'), await actions.edit({ starred }));

  return (
    <div className="person-pane" {...goingOn}>
      <div className="person-columns">
        <div className="person-now">
          <PersonHeader
            view={view}
            profile={profile}
            heading={layout === 'compact' ? 'h2' : 'h1'}
            profileLinks={profile ? [] : props.profileLinks}
            onKeep={() => void keep()}
            onStar={(starred) => void star(starred)}
          />
          <div ref={noticePlace} className="notice-place" tabIndex={-1}>
            <NoticeHere place="person" />
          </div>
          {view && <OpenNews {...props} view={view} />}
          <NewNote {...props} name={name} />
          <Doings {...props} followUpButton={followUpButton} />
          <Days {...props} />
          {layout !== 'compact' && <Reminders {...props} onEmptied={() => followUpButton.current?.focus()} />}
          {view && layout !== 'compact' && <OtherProfiles {...props} />}
          {view && layout !== 'compact' && <Past {...props} view={view} />}
        </div>
        <Later>
          {profile && layout === 'pane' && <HowRead {...props} profile={profile} />}
          {view && layout !== 'compact' && <MoreAbout {...props} view={view} name={name} open={layout === 'page'} />}
        </Later>
      </div>
    </div>
  );
}

function HowRead({ profile, actions, pointed }: Props & { profile: Profile }) {
  const { say } = useNotices();
  const point = async () => {
    const outcome = await actions.pointAtName();
    say('reading', outcome.done ? i18n.t('reading.pointed') : '', outcome);
  };
  return (
    <>
      <Reading
        profile={profile}
        onPoint={() => void point()}
        onForget={pointed ? async () => say('reading', i18n.t('reading.forgotten'), await actions.forgetPointed()) : undefined}
      />
      <NoticeHere place="reading" />
    </>
  );
}

function OpenNews({ view, actions }: Props & { view: PersonView }) {
  const { say } = useNotices();
  const open = view.changes.filter(({ dismissed }) => !dismissed);
  if (open.length === 0) return null;
  return <News changes={open} onDismiss={async ({ sightingId }) => say('person', i18n.t('news.dismissed'), await actions.dismissChange(sightingId))} />;
}

function OtherProfiles({ suggestions, merging, actions }: Props) {
  const { say, notice } = useNotices();
  return (
    <>
      {suggestions.length > 0 && (
        <SamePerson
          suggestions={suggestions}
          onJoin={async ({ key, owner }) => {
            if (owner) say('samePerson', i18n.t('samePerson.merged'), await actions.merge(owner.id));
            else say('samePerson', i18n.t('samePerson.joined'), await actions.attachProfile(key));
          }}
          onDecline={async ({ claimIds }) => say('samePerson', i18n.t('samePerson.declined'), await actions.declineSuggestion(claimIds))}
        />
      )}
      {merging && <section className="person-section ruled">{merging}</section>}
      {notice?.place === 'samePerson' && (
        <div className="person-section">
          <NoticeHere place="samePerson" />
        </div>
      )}
    </>
  );
}

function NewNote({ desk, subject, view, name, focused = false }: Props & { name: string }) {
  const [session] = useState(() => desk.open(subject, { draft: view?.draft }));
  const { say } = useNotices();
  const draft = view?.draft;
  useEffect(() => desk.enter(session), [desk, session]);
  useEffect(() => session.offer(draft), [session, draft]);

  const finish = async () => {
    const answer = await session.finish();
    if (answer?.kept) say('note', i18n.t('note.finished'), { done: true, undo: answer.undo });
  };
  return (
    <section className="person-section" aria-label={i18n.t('note.section')}>
      <NoteEditor
        session={session}
        label={i18n.t('note.about', [isolated(name)])}
        placeholder={i18n.t('note.placeholder')}
        focused={focused}
        onDone={() => void finish()}
      />
      <NoticeHere place="note" />
    </section>
  );
}

/** Logging a contact and setting a follow-up: one is open at a time, and what stands in the other is kept. */
function Doings({ followUpButton, ...props }: Props & { followUpButton: RefObject<HTMLButtonElement | null> }) {
  const { view, actions, understand, followUpChoices, isNoticed, drawer, subject } = props;
  const begun = drawer.about(subject.ids);
  const [open, setOpen] = useState(begun.open);
  // Found open, the form leaves the cursor where it is.
  const [isAsked, setIsAsked] = useState(false);
  const { say } = useNotices();
  const { now, zone, today, locale } = useMoment();
  const buttons = { log: useRef<HTMLButtonElement>(null), followUp: followUpButton };
  const keep = (forms: BegunForms) => drawer.keep(subject.ids, forms);
  const turnTo = (which: BegunForms['open']) => {
    setIsAsked(true);
    setOpen(which);
    keep({ open: which });
  };
  const close = (which: 'log' | 'followUp') => {
    turnTo(undefined);
    buttons[which].current?.focus();
  };

  return (
    <section className="person-section doings" aria-label={i18n.t('person.doings')}>
      <div className="doing-buttons">
        {DOINGS.map((which) => (
          <button
            key={which}
            ref={buttons[which]}
            type="button"
            className="button"
            aria-expanded={open === which}
            onClick={() => turnTo(open === which ? undefined : which)}
          >
            {i18n.t(which === 'log' ? 'log.open' : 'followUp.open')}
          </button>
        ))}
      </div>
      {open && (
        <div
          className="doing"
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.defaultPrevented) close(open);
          }}
        >
          {open === 'log' ? (
            <LogContact
              begun={begun.log}
              focused={isAsked}
              onDraft={(log) => keep({ log })}
              onLog={async (content) => {
                const due = content.on > today ? [] : (view?.reminders ?? NO_REMINDERS).filter((reminder) => isDue(reminder, now, zone));
                const done = say('doings', loggedText(content, today), await actions.log(content), doneWith(due, actions, locale));
                if (done) {
                  keep({ log: undefined });
                  close('log');
                }
                return done;
              }}
            />
          ) : (
            <FollowUpForm
              begun={begun.followUp}
              focused={isAsked}
              onDraft={(followUp) => keep({ followUp })}
              understand={understand}
              choices={followUpChoices}
              encounters={encountersOffered(props)}
              isNoticed={isNoticed}
              onSet={async (followUp) => {
                const done = say('doings', i18n.t('followUp.done', [followUpWords(followUp, isNoticed, today, locale)]), await actions.setFollowUp(followUp));
                if (done) close('followUp');
                return done;
              }}
            />
          )}
        </div>
      )}
      <NoticeHere place="doings" />
    </section>
  );
}

const DOINGS = ['log', 'followUp'] as const;

/** One was in touch: what is due may be about that, or about something else. */
function doneWith(due: readonly Reminder[], actions: PersonActions, locale: string): Further | undefined {
  const [first, ...others] = due;
  if (!first) return undefined;
  const label = others.length === 0 ? i18n.t('log.doneWith', [isolated(first.text || i18n.t('reminder.getInTouch'))]) : i18n.t('log.doneWithAll', due.length);
  const take = async () => {
    const outcomes = await Promise.all(due.map(({ id }) => actions.complete(id)));
    const [outcome] = outcomes;
    const text = outcome && others.length === 0 ? closedWords('wasDone', first, outcome, locale) : i18n.t('reminder.wereDone', due.length);
    return { text, outcome: together(outcomes) };
  };
  return { label, take };
}

function Days({ days, snoozeWays, actions }: Props) {
  const { say } = useNotices();
  const moment = useMoment();
  const noticePlace = useRef<HTMLDivElement>(null);
  const goingOn = useGoingOn(days, () => (noticePlace.current?.querySelector<HTMLElement>('.notice button') ?? noticePlace.current)?.focus());
  return (
    <>
      {days.length > 0 && (
        <section className="person-section ruled" {...goingOn}>
          <h2>{i18n.t('person.days')}</h2>
          <PendingDays
            days={days}
            snoozeWays={snoozeWays}
            onDone={async (day) => say('days', i18n.t('pending.wasDone', [whatWords(day, moment)]), await actions.settleDay(day.id))}
            onSnooze={async (day, until) =>
              say('days', i18n.t('reminder.wasSnoozed', [spokenDate(until, moment.today, moment.locale)]), await actions.putOffDay(day.id, until))
            }
          />
        </section>
      )}
      <div ref={noticePlace} className="notice-place" tabIndex={-1}>
        <NoticeHere place="days" />
      </div>
    </>
  );
}

function Reminders({ onEmptied, ...props }: Props & { onEmptied: () => void }) {
  const { view, actions, followUpChoices, snoozeWays, isNoticed, drawer, subject } = props;
  const { notice, say } = useNotices();
  const { today, locale } = useMoment();
  const reminders = view?.reminders ?? NO_REMINDERS;
  return (
    <section className="person-section ruled" hidden={reminders.length === 0 && notice?.place !== 'reminders'}>
      <h2>{i18n.t('reminder.heading')}</h2>
      <ReminderList
        reminders={reminders}
        onEmptied={onEmptied}
        snoozeChoices={snoozeWays.times}
        encounters={encountersOffered(props)}
        isNoticed={isNoticed}
        usualTime={followUpChoices[0].dueAt}
        begun={(id) => drawer.about(subject.ids).reminders?.[id]}
        onDraft={(id, draft) => drawer.keep(subject.ids, { reminders: { ...drawer.about(subject.ids).reminders, [id]: draft } })}
        onComplete={async (reminder) => {
          const outcome = await actions.complete(reminder.id);
          say('reminders', closedWords('wasDone', reminder, outcome, locale), outcome);
        }}
        onDismiss={async (reminder, last) => {
          const outcome = await actions.dismiss(reminder.id, last);
          say('reminders', last ? i18n.t('reminder.wasEnded') : closedWords('wasDismissed', reminder, outcome, locale), outcome);
        }}
        onSnooze={async ({ id }, until) =>
          say('reminders', i18n.t('reminder.wasSnoozed', [spokenDateTime(until, today, locale)]), await actions.snooze(id, until))
        }
        onAwait={async ({ id }) => say('reminders', i18n.t(isNoticed ? 'reminder.nowAwaits' : 'reminder.nowAwaitsUnnoticed'), await actions.awaitPerson(id))}
        onEdit={async ({ id }, changes) => say('reminders', i18n.t('reminder.wasEdited'), await actions.editFollowUp(id, changes))}
      />
      <NoticeHere place="reminders" />
    </section>
  );
}

const NO_REMINDERS: readonly Reminder[] = [];

function Past({ view, desk, drawer, subject, actions }: Props & { view: PersonView }) {
  const { say } = useNotices();
  return (
    <section className="person-section ruled">
      <h2>{i18n.t('timeline.heading')}</h2>
      <Timeline
        notes={view.notes}
        interactions={view.interactions}
        desk={desk}
        subject={subject}
        begun={(id) => drawer.about(subject.ids).interactions?.[id]}
        onDraft={(id, draft) => drawer.keep(subject.ids, { interactions: { ...drawer.about(subject.ids).interactions, [id]: draft } })}
        onDeleteNote={async (note, place) => say(place, i18n.t('timeline.noteDeleted'), await actions.deleteNote(note.id))}
        onEditInteraction={async ({ id }, content, place) => say(place, i18n.t('timeline.interactionEdited'), await actions.editInteraction(id, content))}
        onDeleteInteraction={async ({ id }, place) => say(place, i18n.t('timeline.interactionDeleted'), await actions.deleteInteraction(id))}
      />
    </section>
  );
}

type About = Props & { view: PersonView; name: string; open: boolean };

function MoreAbout({ view, profile, name, open, profileLinks, suggestedCadence, tags, actions, drawer, subject, keyOf, findOwner, finder, onDetails }: About) {
  const { say } = useNotices();
  const { locale } = useMoment();
  // Some fifty fields: for whoever never opens them they need not be drawn.
  const [isDrawn, setIsDrawn] = useState(open);
  const attach = async (key: ProfileKey) => {
    const outcome = await actions.attachProfile(key);
    const owner = outcome.done ? undefined : await findOwner(key);
    return owner ?? say('details', i18n.t('details.attached'), outcome);
  };
  const merge = async (fromId: string) => say('details', i18n.t('samePerson.merged'), await actions.merge(fromId));
  return (
    <section className="person-section person-details">
      <details
        open={open}
        onToggle={({ currentTarget }) => {
          setIsDrawn(true);
          onDetails?.(currentTarget.open);
        }}
      >
        <summary>
          <h2>{i18n.t('details.heading')}</h2>
        </summary>
        {isDrawn && (
          <Details
            contact={view.contact}
            rhythm={view.rhythm}
            suggestedCadence={suggestedCadence}
            tags={tags}
            profiles={profileLinks}
            begun={drawer.about(subject.ids).lines ?? {}}
            onDraft={(lines) => drawer.keep(subject.ids, { lines: { ...drawer.about(subject.ids).lines, ...lines } })}
            // Where it is in front the details are nobody's from then on.
            onDetach={async (key) => say(key === profile?.key ? 'person' : 'details', detachedWords(view, key), await actions.detachProfile(key))}
            keyOf={keyOf}
            onAttach={attach}
            onMerge={merge}
            samePersonAs={<SamePersonAs finder={finder} onChoose={({ id }) => id !== view.contact.id && void merge(id)} />}
            onEdit={async (changes) => say('details', i18n.t('details.kept'), await actions.edit(changes))}
            onTagCadence={async (tag, cadence) => {
              const kept = cadence ? i18n.t('details.tagCadenceSet', [tag, cadenceWords(cadence, locale)]) : i18n.t('details.tagCadenceTaken', [tag]);
              say('details', kept, await actions.setTagCadence(tag, cadence ?? null));
            }}
            onDelete={async () => say('person', i18n.t('details.deleted', [isolated(name)]), await actions.deletePerson())}
          />
        )}
      </details>
      <NoticeHere place="details" />
    </section>
  );
}

/** Without a profile on which one could see them, nothing can wait for that. */
function detachedWords({ contact, reminders }: PersonView, key: ProfileKey): string {
  const isLast = contact.profileKeys.every((each) => each === key || (isStableId(each) && siteIdOf(each) === siteIdOf(key)));
  const due = isLast ? reminders.filter(({ status, encounter }) => status === 'awaiting' && encounter?.kind === 'person').length : 0;
  return due === 0 ? i18n.t('details.detached') : i18n.t('details.detachedAndDue', due);
}
