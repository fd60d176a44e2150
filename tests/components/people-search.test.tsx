// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { PeopleSearch } from '../../components/people/people-search';
import type { ContactSummary } from '../../lib/model/person-view';
import { show } from './support/screen';

const PEOPLE: ContactSummary[] = [
  { id: '1', name: 'Mira Santos', headline: 'Head of Research' },
  { id: '2', name: 'Mira Aalto', headline: 'Surveyor' },
  { id: '3', name: 'Oda Lind' },
];
const onOpen = vi.fn<(person: ContactSummary) => void>();
const onLeave = vi.fn<() => void>();

function Finder() {
  const [text, setText] = useState('');
  const found = PEOPLE.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()));
  return <PeopleSearch text={text} onText={setText} found={found} onOpen={onOpen} onLeave={onLeave} />;
}

beforeEach(() => {
  vi.clearAllMocks();
  show(<Finder />);
});

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
  expect(screen.getByText('Nobody by this name is kept.')).toBeTruthy();
  expect(onOpen).not.toHaveBeenCalled();
});

test('Escape empties it, and from an empty one the keyboard goes elsewhere', async () => {
  await userEvent.type(field(), 'mira{Escape}');
  expect(field().value).toBe('');
  expect(onLeave).not.toHaveBeenCalled();
  await userEvent.keyboard('{ArrowDown}');
  expect(onLeave).toHaveBeenCalledOnce();
});
