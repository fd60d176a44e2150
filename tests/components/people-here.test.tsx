// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { PeopleHereList } from '../../components/people/people-here';
import type { FoundPerson } from '../../lib/model/person-view';
import { show } from './support/screen';

const PEOPLE: FoundPerson[] = [
  { id: '1', name: 'Mira Santos', headline: 'Head of Research' },
  { id: '2', name: 'Mira Santos', archived: true },
];

test('whom one knows on a page is listed with what tells namesakes apart, and opened by a click', async () => {
  const onOpen = vi.fn<(person: FoundPerson) => void>();
  show(<PeopleHereList here={{ count: 2, people: PEOPLE }} onOpen={onOpen} onMore={vi.fn<() => void>()} />);
  expect(screen.getByRole('heading').textContent).toBe('You know 2 people here');
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Mira SantosHead of Research', 'Mira Santos archived']);
  await userEvent.click(screen.getByRole('button', { name: /archived/ }));
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(PEOPLE[1]);
});

test('of thousands the first are listed, how many they are is written as numbers are, and more come when asked for', async () => {
  const onMore = vi.fn<() => void>();
  show(<PeopleHereList here={{ count: 5000, people: PEOPLE }} onOpen={vi.fn<() => void>()} onMore={onMore} />);
  expect(screen.getByRole('heading').textContent).toBe('You know 5,000 people here');
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  expect(onMore).toHaveBeenCalledOnce();
});
