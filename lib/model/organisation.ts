import type { Contact } from './contact';
import type { Profile, ProfileKey } from './profile';
import { foldedWords, LINE_LIMIT } from './text';

/** An organisation's name as it is compared: GitHub writes `@acme-labs` of what is Acme Labs elsewhere. Empty where no letter or digit is in it. */
export function foldedOrganisation(name: string): string {
  return foldedWords(name.replace(/[@_-]+/g, ' ')).join(' ');
}

/** Whether a detail with this label says where somebody works, as tables of people call it. */
export function saysOrganisation(label: string): boolean {
  return /^(company|companyname|organi[sz]ation|organi[sz]ationname|organi[sz]ation\d+name|employer)$/.test(foldedWords(label).join(''));
}

/** Whether a detail with this label says what somebody does there, as tables of people call it. */
export function saysPosition(label: string): boolean {
  return /^(position|title|jobtitle|role|organi[sz]ation\d*title|occupation|headline)$/.test(foldedWords(label).join(''));
}

/** Where somebody works by their details, as it is written there. */
export function organisationInDetails({ customFields }: Contact): string | undefined {
  return customFields.find(isOrganisation)?.value;
}

/** What somebody does by their details, as it is written there. */
export function positionInDetails({ customFields }: Contact): string | undefined {
  return customFields.find(({ label, value }) => saysPosition(label) && isLine(value))?.value;
}

/** What a profile said, as far as it is about where its person works. */
type Said = { profileKey: ProfileKey; profile: { fields: Pick<Profile['fields'], 'organisation'> } };

/**
 * Where somebody works as far as it is recorded, each organisation folded: what each of their profiles said last, and their details.
 * `sightings` are theirs, oldest first.
 */
export function organisationsOf({ customFields }: Contact, sightings: readonly Said[]): string[] {
  const saidLast = new Map(sightings.map(({ profileKey, profile }) => [profileKey, profile.fields.organisation]));
  const details = customFields.filter(isOrganisation).map(({ value }) => value);
  const folded = [...saidLast.values(), ...details].map((name) => (name === undefined ? '' : foldedOrganisation(name)));
  return [...new Set(folded)].filter((name) => name !== '');
}

function isOrganisation({ label, value }: Contact['customFields'][number]): boolean {
  return saysOrganisation(label) && isLine(value);
}

function isLine(value: string): boolean {
  return value !== '' && value.length <= LINE_LIMIT;
}
