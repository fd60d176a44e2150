import { type KeyboardEvent, memo, type RefObject, useDeferredValue, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { useMore } from '../../components/list/use-more';
import { useMoment } from '../../components/moment';
import { isolated } from '../../components/name';
import { NobodyFound } from '../../components/people/nobody-found';
import { PeopleChoices } from '../../components/people/people-choice';
import { PersonLine } from '../../components/people/person-line';
import { initials, peopleList } from '../../lib/db/queries/people-list';
import { searchPeople } from '../../lib/db/queries/search';
import { tagsInUse } from '../../lib/db/queries/tags';
import type { FoundPeople, FoundPerson, PeopleChoice, PeopleList, Who } from '../../lib/model/person-view';
import { useRecords } from '../person/use-records';
import { keepView, keptView, type PeopleView } from './people-view';
import { usePeople } from './use-people';

const SHOWN_AT_FIRST = 60;
const AT_FIRST: PeopleView = { text: '', choice: { who: { are: 'everybody' }, order: 'touched' }, limit: SHOWN_AT_FIRST, top: 0 };

type Props = {
  column: RefObject<HTMLElement | null>;
  contactId: string | undefined;
  /** Words to begin the search with. */
  find: string | undefined;
};

/** Everybody kept, searchable, some of them or all, in an order that is chosen. */
export function PeopleColumn({ column, contactId, find }: Props) {
  const [begun, setBegun] = useState(find);
  const [view, setView] = useState(() => keptView() ?? { ...AT_FIRST, text: find ?? '' });
  // Another search was begun from the address bar; choosing somebody from this one leaves it as it is.
  if (find !== undefined && find !== begun) {
    setBegun(find);
    setView({ ...AT_FIRST, text: find });
  }
  const { text, choice, limit } = view;
  const answer = useAnswer(text, choice, limit);
  const tags = useRecords(tagsInUse, []) ?? [];
  const isLong = choice.order === 'name' && (answer?.list?.count ?? 0) > SHOWN_AT_FIRST;
  const letters = useRecords((records) => (isLong ? initials(records) : undefined), [isLong]);
  useKept(view, column, contactId, answer !== undefined);

  const [stop, setStop] = useState<string>();
  const list = useRef<HTMLUListElement>(null);
  const people = answer?.people ?? [];
  const more = useMore(list, people.length, () => setView({ ...view, limit: limit + SHOWN_AT_FIRST }));
  const isIn = (id: string | undefined) => people.some((person) => person.id === id);
  // The list is one stop of the Tab key, with whom one was at last; the arrow keys go along it.
  const tabStop = isIn(stop) ? stop : isIn(contactId) ? contactId : people[0]?.id;
  const isSearch = text.trim() !== '';
  const openFirst = useOpeningFirst(text, answer?.found);
  // The page is about whoever was chosen.
  const Heading = contactId === undefined ? 'h1' : 'h2';
  return (
    <section ref={column} className="people-column" onKeyDown={goAlong}>
      <Heading>{i18n.t('people.heading')}</Heading>
      <div className="people-filter" role="search">
        <input
          type="search"
          dir="auto"
          aria-label={i18n.t('people.search')}
          placeholder={i18n.t('people.search')}
          value={text}
          onChange={({ currentTarget }) => setView({ ...view, text: currentTarget.value, limit: SHOWN_AT_FIRST })}
          onKeyDown={({ key, nativeEvent }) => {
            if (key === 'Enter' && isSearch && !nativeEvent.isComposing) openFirst();
          }}
        />
        {!isSearch && (
          <PeopleChoices
            choice={choice}
            tags={tags}
            letters={letters}
            disabled={answer?.list !== undefined && answer.list.indexed < 1}
            onChoose={(chosen) => setView({ ...view, choice: chosen, limit: SHOWN_AT_FIRST })}
          />
        )}
        <p className="hint" role="status">
          {answer && <Count {...answer} />}
        </p>
      </div>
      <ul ref={list} className="people-list" aria-label={i18n.t('people.list')} aria-busy={answer === undefined}>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} isStop={person.id === tabStop} isChosen={person.id === contactId} onStop={setStop} />
        ))}
      </ul>
      {answer?.people.length === 0 && (answer.found ? <NobodyFound found={answer.found} className="state" /> : <p className="state">{noneOf(choice.who)}</p>)}
      {answer?.hasMore && (
        <button type="button" className="button people-more" onClick={more}>
          {i18n.t('people.more')}
        </button>
      )}
    </section>
  );
}

type RowProps = { person: FoundPerson; isStop: boolean; isChosen: boolean; onStop: (id: string) => void };

const PersonRow = memo(function PersonRow({ person, isStop, isChosen, onStop }: RowProps) {
  return (
    <li>
      <a href={`#/people/${person.id}`} tabIndex={isStop ? 0 : -1} onFocus={() => onStop(person.id)} {...(isChosen && { 'aria-current': 'true' as const })}>
        <PersonLine person={person} />
      </a>
    </li>
  );
});

/** Who is found, or listed, and whether there are more. */
type Answer = { people: FoundPerson[]; hasMore: boolean; found?: FoundPeople; list?: PeopleList };

/** What was found or listed, at most so many and one more. */
type Asked = { limit: number; found?: FoundPeople; list?: PeopleList };

/** The newest answer all of whose people have been read, perhaps to what was asked a moment ago; undefined before there is one. */
function useAnswer(text: string, choice: PeopleChoice, limit: number): Answer | undefined {
  const words = useDeferredValue(text);
  const asked = useRecords<Asked>(
    async (records) =>
      words.trim() === '' ? { limit, list: await peopleList(records, choice, limit + 1) } : { limit, found: await searchPeople(records, words, limit + 1) },
    [words, choice, limit],
  );
  const people = usePeople(useMemo(() => (asked ? listedIn(asked) : []), [asked]));
  const [shown, setShown] = useState<Asked>();
  if (asked !== shown && asked && listedIn(asked).every((id) => people.has(id))) setShown(asked);
  if (!shown) return undefined;
  const { found, list } = shown;
  return {
    people: found?.people.slice(0, shown.limit) ?? listedIn(shown).flatMap((id) => people.get(id) ?? []),
    hasMore: (found?.people ?? list?.ids ?? []).length > shown.limit,
    ...(found && { found }),
    ...(list && { list }),
  };
}

function listedIn({ list, limit }: Asked): string[] {
  return list?.ids.slice(0, limit) ?? [];
}

/** Opens whoever is found first by `text`; where the answer is still to come, once it has. */
function useOpeningFirst(text: string, found: FoundPeople | undefined): () => void {
  const asked = useRef<string>(undefined);
  const isAnswer = found?.text === text;
  const first = isAnswer ? found.people[0]?.id : undefined;
  const open = () => {
    if (first !== undefined) location.hash = `#/people/${first}`;
  };
  const look = useEffectEvent(() => {
    const isAsked = asked.current === text;
    if (isAsked && !isAnswer) return;
    asked.current = undefined;
    if (isAsked) open();
  });
  useEffect(() => look(), [text, isAnswer]);
  return () => {
    if (isAnswer) open();
    else asked.current = text;
  };
}

/** "3,000 people", "12 found". */
function Count({ found, list }: Pick<Answer, 'found' | 'list'>) {
  const { locale } = useMoment();
  const inWords = (count: number) => count.toLocaleString(locale);
  if (found?.count) return i18n.t(found.count.by === 'all' ? 'people.countFound' : 'people.countByName', [inWords(found.count.found)]);
  if (!list) return null;
  return (
    <>
      {i18n.t('people.count', list.count, [inWords(list.count)])}
      {list.indexed < 1 && <span> {i18n.t('people.unsorted', [list.indexed.toLocaleString(locale, { style: 'percent' })])}</span>}
    </>
  );
}

function noneOf(who: Who): string {
  if ('tag' in who) return i18n.t('people.noneTagged', [isolated(who.tag)]);
  return who.are === 'everybody' ? i18n.t('pending.first') : i18n.t(`people.noneOf.${who.are}`);
}

/** Keeps how the list is looked at for whoever comes back, and goes as far down as it was left once it `isThere`. */
function useKept(view: PeopleView, column: RefObject<HTMLElement | null>, contactId: string | undefined, isThere: boolean): void {
  const [top] = useState(view.top);
  const newest = useRef(view);
  useEffect(() => {
    newest.current = { ...view, top: newest.current.top };
    keepView(newest.current);
  }, [view, contactId]);
  useEffect(() => {
    if (isThere && top > 0) scroller(column.current)?.scrollTo({ top });
  }, [isThere, top, column]);
  const look = useEffectEvent(() => {
    // While somebody is looked at in its place, the list is not to be seen.
    if (!column.current?.checkVisibility()) return;
    newest.current = { ...newest.current, top: scroller(column.current)?.scrollTop ?? 0 };
    keepView(newest.current);
  });
  useEffect(() => {
    const gone = new AbortController();
    document.addEventListener('scrollend', () => look(), { capture: true, signal: gone.signal });
    return () => gone.abort();
  }, []);
}

/** What is scrolled to go along the list: itself, or the page where there is no room for two columns. */
function scroller(column: HTMLElement | null): Element | null {
  return column && column.scrollHeight > column.clientHeight ? column : document.scrollingElement;
}

/** The arrow keys go from the search to the people found and along them. */
function goAlong(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, .people-list a')];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  const next = step !== 0 && at >= 0 ? stops[at + step] : undefined;
  if (!next) return;
  event.preventDefault();
  next.focus();
}
