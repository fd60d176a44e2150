import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ProfileKey } from '../../lib/model/profile';
import { profileKeyOf, profileUrl, siteOf } from '../../lib/sites/profile-key';

const anyText = fc.string({ unit: 'binary', maxLength: 300 });
const address = fc
  .tuple(
    fc.constantFrom('https:', 'http:', 'HTTPS:', 'https:', 'javascript:'),
    fc.constantFrom(
      'www.linkedin.com',
      'linkedin.com.',
      'm.linkedin.com',
      'github.com',
      'gist.github.com',
      'evil.example',
      'ⓛinkedin.com',
      'github.com:443',
      'a@github.com',
    ),
    fc.constantFrom(
      '/',
      '/in/',
      '/mwlite/in/',
      '/pub/',
      '/sales/lead/',
      '/talent/profile/',
      '/messaging/compose/?profileUrn=',
      '/preload/custom-invite/?vanityName=',
    ),
    fc.oneof(
      anyText,
      anyText.map(escapeAll),
      fc.string({ maxLength: 20 }).map(escapeAll),
      fc.stringMatching(/^[a-zA-Z0-9-]{1,30}$/),
      fc.constantFrom('%', '%25', '%2525', '..', '%2e%2e', 'ACoAAB%2fx', 'İ', 'K', 'ﬀ', '\u1E9E'),
    ),
    fc.constantFrom('', '/', '/x', '?q=1', '#y'),
  )
  .map(([scheme, host, path, name, rest]) => `${scheme}//${host}${path}${name}${rest}`);

test('any text at all is somebody or nobody, and never an error', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, address), (text) => {
      profileKeyOf(text);
      profileUrl(text);
      siteOf(text);
    }),
    { numRuns: 3000, seed: 1 },
  );
});

test('every key found is a key of the model, and has an address that leads back to it', () => {
  let found = 0;
  fc.assert(
    fc.property(address, (text) => {
      const key = profileKeyOf(text)?.key;
      if (key === undefined) return;
      found += 1;
      expect(ProfileKey.parse(key)).toBe(key);
      const back = profileUrl(key);
      expect(back, key).toMatch(/^https:\/\/[\x21-\x7e]{1,1990}$/);
      expect(profileKeyOf(back ?? '')?.key).toBe(key);
    }),
    { numRuns: 5000, seed: 2 },
  );
  expect(found).toBeGreaterThan(300);
});

function escapeAll(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
