import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { cardWords } from '../../entrypoints/background/annotation';
import { newContact } from '../../lib/model/contact';

vi.mock('../../entrypoints/background/clock', () => ({ now: () => '2026-11-24T23:05:00.000Z', zone: () => 'Europe/Berlin' }));

test('a note written after midnight is of the day that the clock on the wall shows', () => {
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((name, words) => [name === 'language' ? 'en' : name, ...[words ?? []].flat()].join(' '));
  const written = '2026-11-24T23:04:00.000Z';
  const contact = newContact('0199d000-0000-7000-8000-000000000001', 'Mira Santos', [], written);
  const note = { id: '0199d000-0000-7000-8000-000000000002', contactId: contact.id, text: 'Night train', draft: false, createdAt: written, updatedAt: written };
  expect(cardWords({ contact, staleness: 'never', note }, '2026-11-25').rows).toEqual([{ text: 'Night train', label: expect.stringMatching(/ today$/) }]);
});
