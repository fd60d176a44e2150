import { type Contact, newContact } from '../../lib/model/contact';
import { importedPerson } from './imported-people.ts';

const AT = '2026-11-24T08:00:00.000Z';

/** One of them as the import keeps them. */
export function importedContact(number: number): Contact {
  const { first, last, handle, company } = importedPerson(number);
  return {
    ...newContact(
      `0190000c-0000-5000-8000-${((number * 7919) % 1e9).toString(16).padStart(12, '0')}`,
      `${first} ${last}`,
      [`linkedin:in/${handle}`],
      AT,
      'UTC',
    ),
    customFields: [
      { label: 'Company', value: company },
      { label: 'Position', value: 'Engineer' },
      { label: 'Connected On', value: '2024-03-12' },
    ],
  };
}
