import type { Kith } from './kith.ts';

/** Two invented people of the project's own pages, who link to each other in the page. */
export const IMANI = {
  url: 'https://www.linkedin.com/in/imani-vestergaard-4b71a9/',
  key: 'linkedin:in/imani-vestergaard-4b71a9',
  handle: 'imani-vestergaard-4b71a9',
  name: 'Imani Vestergaard',
};
export const TOMASZ = {
  url: 'https://www.linkedin.com/in/tomasz-%C5%BCurawikowski-8c20/',
  key: 'linkedin:in/tomasz-żurawikowski-8c20',
  handle: 'tomasz-żurawikowski-8c20',
  name: 'Tomasz Żurawikowski',
};
export const GITHUB_IMANI = { url: 'https://github.com/tarnwick-imani', key: 'github:tarnwick-imani', handle: 'tarnwick-imani', name: 'Imani Vestergaard' };

export type Person = typeof IMANI;

/** What their page says of them, as a command's subject. */
export function subjectOf({ key, url, handle, name }: Person) {
  return { profile: { key, url, handle, aliases: [], fields: { name }, sources: {} } };
}

/** Keeps somebody, as the side panel does; their contact's id. */
export async function keep(kith: Kith, person: Person): Promise<string> {
  const { contactId } = await kith.command('addContact', { subject: subjectOf(person) });
  if (contactId === undefined) throw new Error(`${person.name} was not kept`);
  return contactId;
}

/** A time zone in which it is about noon: no day ends there while a story is told, and no clock is ever moved. */
export const AT_NOON = `Etc/GMT${sinceNoon() < 0 ? '' : '+'}${sinceNoon()}`;

/** Full hours since noon in UTC: what that zone is behind it. */
function sinceNoon(): number {
  return Temporal.Now.zonedDateTimeISO('UTC').hour - 12;
}

/** A wall-clock time so many minutes from now in `zone`, as follow-ups have it. */
export function minutesFromNow(minutes: number, zone: string): string {
  return Temporal.Now.zonedDateTimeISO(zone).add({ minutes }).toPlainDateTime().toString({ smallestUnit: 'minute' });
}
