import { describe, expect, test } from 'vitest';
import { exactDateTime, shortAge, spokenDate, spokenDateTime } from '../../../lib/model/spoken';

const TODAY = '2026-11-22';

describe('Dates are spoken the way people speak', () => {
  test.each([
    ['2026-11-22', 'today'],
    ['2026-11-21', 'yesterday'],
    ['2026-11-23', 'tomorrow'],
    ['2026-11-25', 'in 3 days'],
    ['2026-11-02', '2 weeks ago'],
    ['2026-12-20', 'in 4 weeks'],
    ['2026-06-22', '5 months ago'],
    ['2024-04-02', 'April 2024'],
  ])('%s is %s', (date, words) => expect(spokenDate(date, TODAY, 'en')).toBe(words));

  test('in the language of the browser', () => expect(spokenDate('2026-11-25', TODAY, 'de')).toBe('in 3 Tagen'));
  test('with the hour where it is near', () => expect(spokenDateTime('2026-11-23T09:00', TODAY, 'en-GB')).toBe('tomorrow, 09:00'));
  test('without it where it is far', () => expect(spokenDateTime('2027-01-23T09:00', TODAY, 'en')).toBe('in 2 months'));
  test('exactly on request', () => expect(exactDateTime('2026-12-01T09:00', 'en-GB')).toBe('Tuesday, 1 December 2026, 09:00'));
});

describe('An age fits on a badge', () => {
  test.each([
    ['2026-11-22', 'today'],
    ['2026-11-19', '3 days'],
    ['2026-10-22', '4 wks'],
    ['2026-02-22', '8 mths'],
    ['2022-11-22', '4 yrs'],
    ['2027-11-22', 'today'],
  ])('%s is %s', (date, words) => expect(shortAge(date, TODAY, 'en')).toBe(words));
});
