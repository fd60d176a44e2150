import type { Ref } from 'react';
import { PeopleSearch } from '../../components/people/people-search';
import type { ContactSummary } from '../../lib/model/person-view';
import { useSearch } from './use-search';

const SHOWN = 8;

type Props = {
  /** Whether all that goes before the search has been painted, so that it may get ready. */
  isShown?: boolean;
  onOpen: (person: ContactSummary) => void;
  onLeave?: () => void;
  fieldRef?: Ref<HTMLInputElement>;
  focused?: boolean;
};

/** The search over everybody kept. */
export function PeopleFinder({ isShown = false, onOpen, ...rest }: Props) {
  const { text, search, found } = useSearch(SHOWN, isShown);
  return (
    <PeopleSearch
      {...rest}
      text={text}
      onText={search}
      found={found}
      onOpen={(person) => {
        search('');
        onOpen(person);
      }}
    />
  );
}
