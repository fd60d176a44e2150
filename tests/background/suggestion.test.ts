import fc from 'fast-check';
import { expect, test } from 'vitest';
import { description, escaped } from '../../entrypoints/background/suggestion';

test('a line for Chromium marks who is meant and dims what tells them apart', () => {
  expect(description({ who: 'Mira Santos', about: ['Surveyor', 'last contact 3 weeks ago'] }, true)).toBe(
    '<match>Mira Santos</match> <dim>Surveyor · last contact 3 weeks ago</dim>',
  );
  expect(description({ who: 'Mira Santos', about: ['', ''] }, true)).toBe('<match>Mira Santos</match>');
});

test('a line for Firefox, which shows it as it is, has no marks', () => {
  expect(description({ who: 'R&D <Mira>', about: ['“A” & “B”', ''] }, false)).toBe('R&D <Mira> · “A” & “B”');
});

test('a name that is markup stays a name', () => {
  expect(description({ who: '</match><url>evil.example</url>', about: ['R&D "x" \'y\''] }, true)).toBe(
    '<match>&#60;/match&#62;&#60;url&#62;evil.example&#60;/url&#62;</match> <dim>R&#38;D &#34;x&#34; &#39;y&#39;</dim>',
  );
});

test('no name is anything but text, or such that Chromium would refuse the whole list', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const text = escaped(name);
      expect(text).not.toMatch(/[<>"']|&(?!#\d+;)|[\uFFFE\uFFFF]/);
      expect(text.isWellFormed()).toBe(true);
    }),
  );
});
