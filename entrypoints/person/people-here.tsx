import { useEffect, useState } from 'react';
import { PeopleHereList } from '../../components/people/people-here';
import { type PageSays, peopleHere } from '../../lib/db/queries/people-here';
import type { ContactSummary } from '../../lib/model/person-view';
import { useRecords } from './use-records';
import { watchPeopleHere } from './watch-people-here';

const SHOWN_AT_FIRST = 60;

/** Whom one knows on the page in front: linked there, or working at the organisation whose page it is; nothing where that is nobody. */
export function PeopleHere({ onOpen }: { onOpen: (person: ContactSummary) => void }) {
  const [page, setPage] = useState<PageSays>({ keys: [], organisations: [] });
  const [limit, setLimit] = useState(SHOWN_AT_FIRST);
  useEffect(() => {
    const gone = new AbortController();
    watchPeopleHere(setPage, gone.signal);
    return () => gone.abort();
  }, []);
  const here = useRecords((records) => peopleHere(records, page, limit), [page.keys.join(' '), page.organisations.join('\n'), limit]);
  return here && here.count > 0 ? <PeopleHereList here={here} onOpen={onOpen} onMore={() => setLimit(limit + SHOWN_AT_FIRST)} /> : null;
}
