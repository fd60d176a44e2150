import type { Encounter } from '../../lib/model/encounter';
import { organisationInDetails } from '../../lib/model/organisation';
import type { PersonView } from '../../lib/model/person-view';
import type { Profile } from '../../lib/model/profile';

type About = { view: PersonView | undefined; profile: Profile | undefined; frontPage?: string | undefined };

/** What a follow-up about somebody may wait for: their profile where they have one, where they work as far as that is known, the page in front. */
export function encountersOffered({ view, profile, frontPage }: About): Encounter[] {
  const organisation = profile?.fields.organisation ?? view?.profile?.fields.organisation ?? (view && organisationInDetails(view.contact));
  const hasProfile = profile !== undefined || (view?.contact.profileKeys.length ?? 0) > 0;
  return [
    ...(hasProfile ? [{ kind: 'person' as const }] : []),
    ...(organisation === undefined ? [] : [{ kind: 'organisation' as const, name: organisation }]),
    ...(frontPage === undefined ? [] : [{ kind: 'page' as const, url: frontPage }]),
  ];
}
