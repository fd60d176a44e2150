import { useEffect, useState } from 'react';
import { PeopleHereList } from '../../components/people/people-here';
import { contactsByKeys } from '../../lib/db/queries/people';
import type { ContactSummary } from '../../lib/model/person-view';
import type { ProfileKey } from '../../lib/model/profile';
import { useRecords } from './use-records';
import { watchLinkedPeople } from './linked-people';

/** Whom of the people linked on the page in front one knows, from the records alone; nothing where that is nobody. */
export function PeopleHere({ onOpen }: { onOpen: (person: ContactSummary) => void }) {
  const [keys, setKeys] = useState<readonly ProfileKey[]>([]);
  useEffect(() => {
    const gone = new AbortController();
    watchLinkedPeople(setKeys, gone.signal);
    return () => gone.abort();
  }, []);
  const people = useRecords(
    async (records) => {
      const found = keys.length > 0 ? await contactsByKeys(records, keys) : [];
      return found.map(({ contact: { id, name }, keys: [profileKey] }) => ({ id, name, ...(profileKey && { profileKey }) }));
    },
    [keys.join(' ')],
  );
  return people && people.length > 0 ? <PeopleHereList people={people} onOpen={onOpen} /> : null;
}
