import { expect, test } from 'vitest';
import { isLasting } from '../../entrypoints/point-at-name/lasting';

test('a place is named by words that a person wrote', () => {
  for (const name of ['who', 'h-card', 'p-name', 'profile-name', 'profileName', 'topCardName', 'vcard', 'hgroup', 'user-nick'])
    expect(isLasting(name, 'Rune Aske rune-aske'), name).toBe(true);
});

test('not by letters that a machine drew, by numbers, or by the name of who stands there', () => {
  for (const name of ['kFzhQe', 'eVbKqz', 'css-ab', 'sc-bdVaJa', 'xjqwz', 'a1b2c3', 'id_4', 'n', 'profile-rune-aske', 'rune', 'Aske-card'])
    expect(isLasting(name, 'Rune Aske rune-aske'), name).toBe(false);
});
