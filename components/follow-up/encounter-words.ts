import { i18n } from '#i18n';
import type { Encounter } from '../../lib/model/encounter';

/**
 * What a reminder waits for, as people say it: "when you next see anyone at Acme". `isNoticed`: whether Kith would notice by itself that the
 * person's profile is opened; otherwise it has to be opened there.
 */
export function encounterWords(encounter: Encounter, isNoticed: boolean): string {
  switch (encounter.kind) {
    case 'person':
      return i18n.t(isNoticed ? 'encounter.person' : 'encounter.unnoticed');
    case 'organisation':
      return i18n.t('encounter.organisation', [encounter.name]);
    case 'page':
      return i18n.t('encounter.page', [addressWords(encounter.url)]);
  }
}

/** Why it has come, of what waited for that: "you came across someone at Acme". `canBeSeen`: whether the person has a profile. */
export function metWords(encounter: Encounter, canBeSeen: boolean): string {
  switch (encounter.kind) {
    case 'person':
      return i18n.t(canBeSeen ? 'encounter.metPerson' : 'encounter.unseen');
    case 'organisation':
      return i18n.t('encounter.metOrganisation', [encounter.name]);
    case 'page':
      return i18n.t('encounter.metPage', [addressWords(encounter.url)]);
  }
}

/** An address without what every address has. */
function addressWords(address: string): string {
  return address.replace(/^https:\/\/(www\.)?/, '').replace(/\/$/, '');
}
