import { blueskyReading } from './bluesky';
import { githubReading } from './github';
import { gitlabReading } from './gitlab';
import { linkedinReading } from './linkedin';
import { mastodonReading } from './mastodon';
import { orcidReading } from './orcid';
import { researchgateReading } from './researchgate';
import type { Reading } from './site';
import { xReading } from './x';

/** What reading the pages of some sites takes more than their records, by the site's id. */
export const READINGS: Readonly<Record<string, Reading>> = {
  linkedin: linkedinReading,
  github: githubReading,
  gitlab: gitlabReading,
  x: xReading,
  bluesky: blueskyReading,
  fedi: mastodonReading,
  orcid: orcidReading,
  researchgate: researchgateReading,
};
