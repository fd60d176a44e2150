import { foldedOrganisation } from './organisation';
import { Line } from './profile';
import { z } from './zod';

/** What a reminder may wait for instead of a time: seeing the person's own profile, any profile at an organisation, or one page. */
export const Encounter = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person') }),
  z.strictObject({ kind: z.literal('organisation'), name: Line }),
  z.strictObject({ kind: z.literal('page'), url: z.url({ protocol: /^https$/ }).check(z.maxLength(2000)) }),
]);
export type Encounter = z.infer<typeof Encounter>;

/** The name of what a reminder about `contactId` waits for; one of `encounterKeys` once it happens. */
export function encounterKey(encounter: Encounter, contactId: string): string {
  if (encounter.kind === 'person') return personKey(contactId);
  return encounter.kind === 'organisation' ? organisationKey(encounter.name) : pageKey(encounter.url);
}

/** The names of all that opening a page is: the page, the contact it shows, and where they work. */
export function encounterKeys(seen: { url: string; contactId?: string | undefined; organisations?: readonly string[] }): string[] {
  return [pageKey(seen.url), ...(seen.contactId === undefined ? [] : [personKey(seen.contactId)]), ...(seen.organisations ?? []).map(organisationKey)];
}

const personKey = (contactId: string) => `person:${contactId}`;
const organisationKey = (name: string) => `organisation:${foldedOrganisation(name)}`;

/** How the names of all pages begin. */
export const PAGES = 'page:';

/** A page is the same whatever part of it is in sight, and with or without a slash at its end. */
export function pageKey(address: string): string {
  const { origin, pathname, search } = new URL(address);
  return `${PAGES}${origin}${pathname.replace(/\/+$/, '')}${search}`;
}
