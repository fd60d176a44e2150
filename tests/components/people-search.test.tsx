// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { PeopleSearch } from '../../components/people/people-search';
import type { ContactSummary, FoundPerson } from '../../lib/model/person-view';
import { show } from './support/screen';

const PEOPLE: FoundPerson[] = [
  { id: '1', name: 'Mira Santos', headline: 'Head of Research' },
  { id: '2', name: 'Mira Aalto', headline: 'Surveyor' },
  { id: '3', name: 'Oda Lind' },
  {
    id: '4',
    name: 'Tomas Berg',
    headline: 'Skipper',
    archived: true,
    match: { from: 'note', excerpt: [{ text: 'wants the ' }, { text: 'glacier', marked: true }, { text: ' maps' }] },
  },
];
const onOpen = vi.fn<(person: ContactSummary) => void>();
const onLeave = vi.fn<() => void>();

function Finder() {
  const [text, setText] = useState('');
  const [answered, setAnswered] = useState<string>();
  if (isPrompt && answered !== text) setAnswered(text);
  const people = PEOPLE.filter(({ name }) => name.toLowerCase().includes((answered ?? '').toLowerCase()));
  const found = answered === undefined ? undefined : { text: answered, people, indexed };
  return (
    <>
      <PeopleSearch text={text} onText={setText} found={found} onOpen={onOpen} onLeave={onLeave} />
      <button type="button" onClick={() => setAnswered(text)}>
        answer
      </button>
    </>
  );
}

let isPrompt: boolean;
let indexed: number;

beforeEach(() => {
  vi.clearAllMocks();
  isPrompt = true;
  indexed = 1;
  show(<Finder />);
});

/** Gives the answer to what stands in the field, where it does not come by itself. */
const answer = () => fireEvent.click(screen.getByRole('button', { name: 'answer' }));
const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Find a person' });
const chosen = () => screen.getByRole('option', { selected: true }).textContent;

test('lists nobody until something is typed', () => {
  expect(screen.queryByRole('option')).toBeNull();
  expect(field().getAttribute('aria-expanded')).toBe('false');
});

test('the arrow keys choose and Enter opens', async () => {
  await userEvent.type(field(), 'mira');
  expect(chosen()).toContain('Mira Santos');
  expect(field().getAttribute('aria-activedescendant')).toBe(screen.getByRole('option', { selected: true }).id);
  await userEvent.keyboard('{ArrowDown}');
  expect(chosen()).toContain('Mira Aalto');
  await userEvent.keyboard('{ArrowDown}{ArrowUp}{Enter}');
  expect(onOpen).toHaveBeenCalledWith(PEOPLE[1]);
});

test('a click opens', async () => {
  await userEvent.type(field(), 'oda');
  await userEvent.click(screen.getByRole('option', { name: 'Oda Lind' }));
  expect(onOpen).toHaveBeenCalledWith(PEOPLE[2]);
});

test('says when nobody is found', async () => {
  await userEvent.type(field(), 'zed{Enter}');
  expect(screen.getByText(/^Nobody is found by “zed”. Looked through: names/)).toBeTruthy();
  expect(onOpen).not.toHaveBeenCalled();
});

test('says that names alone were looked through while the rest cannot be', async () => {
  indexed = 0.4;
  await userEvent.type(field(), 'zed');
  expect(screen.getByText(/^No name begins with “zed”.* 40% of it so far/)).toBeTruthy();
});

test('Enter before the answer has come opens whom the answer names, not who still stands there', async () => {
  await userEvent.type(field(), 'mira');
  isPrompt = false;
  await userEvent.clear(field());
  await userEvent.type(field(), 'oda{Enter}');
  expect(chosen()).toContain('Mira Santos');
  expect(onOpen).not.toHaveBeenCalled();
  answer();
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(PEOPLE[2]);
});

test('typing on after Enter takes it back', async () => {
  isPrompt = false;
  await userEvent.type(field(), 'oda{Enter} lind');
  answer();
  expect(chosen()).toContain('Oda');
  expect(onOpen).not.toHaveBeenCalled();
});

test('what was found elsewhere than in the name is shown, marked, with where it stands', async () => {
  await userEvent.type(field(), 'berg');
  const option = screen.getByRole('option');
  expect(option.textContent).toBe('Tomas Berg archivedNote: wants the glacier maps');
  expect([...option.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual(['glacier']);
});

test('Escape empties it, and from an empty one the keyboard goes elsewhere', async () => {
  await userEvent.type(field(), 'mira{Escape}');
  expect(field().value).toBe('');
  expect(onLeave).not.toHaveBeenCalled();
  await userEvent.keyboard('{ArrowDown}');
  expect(onLeave).toHaveBeenCalledOnce();
});
