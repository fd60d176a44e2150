import { type Ref, useState } from 'react';
import { PeopleSearch } from '../../components/people/people-search';
import type { ContactSummary } from '../../lib/model/person-view';
import { useFoundPeople } from './found-people';

const SHOWN = 8;

type Props = { onOpen: (person: ContactSummary) => void; onLeave?: () => void; fieldRef?: Ref<HTMLInputElement>; focused?: boolean };

/** The search over everybody kept. */
export function PeopleFinder({ onOpen, ...rest }: Props) {
  const [text, setText] = useState('');
  const found = useFoundPeople(text.trim() === '' ? undefined : text, SHOWN);
  return (
    <PeopleSearch
      {...rest}
      text={text}
      onText={setText}
      found={found}
      onOpen={(person) => {
        setText('');
        onOpen(person);
      }}
    />
  );
}
