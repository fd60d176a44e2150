import { describe, expect, test } from 'vitest';
import { type Trial, type TrialVerdict, verdictOf, type WakeCheck, type WakeVerdict, wakeVerdictOf } from '../../../lib/model/trial';

test.each<[string, Partial<Trial>, TrialVerdict]>([
  ['taken by the browser, and nobody has said anything', {}, 'asked'],
  ['allowed, taken and not answered for', { allowed: true }, 'asked'],
  ['gone at once', { swept: true }, 'swept'],
  ['gone at once, and yet seen', { swept: true, seen: true }, 'seen'],
  ['not seen', { seen: false }, 'unseen'],
  ['gone at once and not seen', { swept: true, seen: false }, 'unseen'],
  ['refused', { refusal: 'no icon' }, 'refused'],
  ['refused because none are allowed', { allowed: false, refusal: 'not taken' }, 'notAllowed'],
  ['allowed no longer, by the menu of the notification that was seen', { allowed: false, seen: true }, 'seen'],
])('a notification that was %s', (_, trial, verdict) => {
  expect(verdictOf({ swept: false, ...trial })).toBe(verdict);
});

describe('being woken', () => {
  const at = '2026-11-22T08:00:00.000Z';
  test.each<[string, Omit<WakeCheck, 'at'>, WakeVerdict]>([
    ['for nothing, where nothing waits', {}, 'needless'],
    ['as planned', { before: '2026-11-22T08:30:00.000Z', after: '2026-11-22T08:30:00.000Z' }, 'set'],
    ['a moment late', { before: '2026-11-22T07:59:00.000Z', after: '2026-11-22T08:30:00.000Z' }, 'set'],
    ['no more, since somebody cleared the alarm', { after: '2026-11-22T08:30:00.000Z' }, 'mended'],
    ['never, since the alarm is long past', { before: '2026-11-22T07:50:00.000Z', after: '2026-11-22T08:30:00.000Z' }, 'mended'],
    ['no more, since nothing waits any longer', { before: '2026-11-22T08:30:00.000Z' }, 'needless'],
    ['in vain', { after: '2026-11-22T08:30:00.000Z', failure: 'the disk is full' }, 'failed'],
  ])('%s', (_, check, verdict) => {
    expect(wakeVerdictOf({ at, ...check })).toBe(verdict);
  });
});
