import { saysOrganisation } from '../model/organisation';

/** What a column of a table of people holds. */
export type Meaning =
  | 'name'
  | 'first'
  | 'middle'
  | 'last'
  | 'address'
  | 'birthday'
  | 'tags'
  | 'note'
  | 'howWeMet'
  /** Worth keeping, though the model has no field for it. */
  | 'organisation'
  | 'email'
  | 'phone'
  | 'day'
  | 'detail'
  | 'unknown';

/** What programs call their columns, in their letters and digits alone. */
const CALLED: readonly (readonly [Meaning, RegExp])[] = [
  ['name', /^(name|fullname|displayname|contact|contactname|person)$/],
  ['first', /^(first|firstname|given|givenname|forename)$/],
  ['middle', /^(middle|middlename|additionalname)$/],
  ['last', /^(last|lastname|family|familyname|surname)$/],
  [
    'address',
    /^(url|profile|profileurl|publicurl|publicprofileurl|website|websites|webpage|link|links|homepage|website\d+value|address\d*url|linkedin(url|profile|profileurl)?|github(url|profile)?|twitter(url)?|x(url)?|mastodon|bluesky)$/,
  ],
  ['birthday', /^(birthday|birthdate|dateofbirth|dob|bday)$/],
  ['tags', /^(tags?|labels?|categor(y|ies)|groups?|groupmembership)$/],
  ['note', /^(notes?|comments?|remarks?|description|memo)$/],
  ['howWeMet', /^(howwemet|met|metat|wherewemet)$/],
  ['phone', /^((mobile|primary|home|work|business)?phone(number)?|phone\d+value|mobile)$/],
  ['day', /^connectedon$/],
  ['email', /^(e?mail|emailaddress|email\d+(value|address)|emailaddress\d+)$/],
  ['detail', /^(position|title|jobtitle|role|organi[sz]ation(\d+)?title|occupation|department|headline|location|city|country|nickname)$/],
];

/** What a column with this heading holds. */
export function meaningOf(heading: string): Meaning {
  if (saysOrganisation(heading)) return 'organisation';
  const letters = heading
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return CALLED.find(([, called]) => called.test(letters))?.[0] ?? 'unknown';
}

/** Whether these are the headings of a table of people: they are named, and more than one thing is said of them or it is their name alone. */
export function areHeadings(cells: readonly string[]): boolean {
  const meanings = cells.map(meaningOf);
  const isNamed = meanings.some((meaning) => meaning === 'name' || meaning === 'first' || meaning === 'last');
  const known = meanings.filter((meaning) => meaning !== 'unknown').length;
  return isNamed && (known > 1 || cells.length === 1);
}
