import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { cardWords } from '../../entrypoints/background/annotation';
import { zone } from '../../entrypoints/background/clock';
import { newContact } from '../../lib/model/contact';

vi.mock(import('../../entrypoints/background/clock'), async (original) => ({ ...(await original()), zone: vi.fn() }));

beforeEach(() => {
  // The names of the texts in place of the texts.
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((name, words) => (name === 'language' ? 'en' : [name, words].flat().join(' ').trim()));
});

test.each([
  ['Berlin', 'Europe/Berlin', '2026-11-24T23:30:00.000Z', '2026-11-25'],
  ['Los Angeles', 'America/Los_Angeles', '2026-11-25T00:30:00.000Z', '2026-11-24'],
])('a note written today in %s is of today, whatever day it is in Greenwich', (_, where, createdAt, today) => {
  vi.mocked(zone).mockReturnValue(where);
  const contact = newContact('contact', 'Imani', [], createdAt, 'UTC');
  const note = { id: 'note', contactId: contact.id, text: 'Met at the spring', draft: false, createdAt, updatedAt: createdAt };
  expect(cardWords({ contact, note, staleness: 'never' }, today).rows).toEqual([{ label: 'annotation_noteLabel today', text: 'Met at the spring' }]);
});
