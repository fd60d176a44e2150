import { blueskyReading } from './bluesky';
import { devtoReading } from './devto';
import { dribbbleReading } from './dribbble';
import { githubReading } from './github';
import { gitlabReading } from './gitlab';
import { hackernewsReading } from './hackernews';
import { linkedinReading } from './linkedin';
import { mastodonReading } from './mastodon';
import { orcidReading } from './orcid';
import { researchgateReading } from './researchgate';
import { scholarReading } from './scholar';
import type { Reading } from './site';
import { stackoverflowReading } from './stackoverflow';
import { substackReading } from './substack';
import { xReading } from './x';
import { xingReading } from './xing';

/** What reading the pages of some sites takes more than their records, by the site's id. */
export const READINGS: Readonly<Record<string, Reading>> = {
  linkedin: linkedinReading,
  github: githubReading,
  gitlab: gitlabReading,
  x: xReading,
  bluesky: blueskyReading,
  fedi: mastodonReading,
  stackoverflow: stackoverflowReading,
  hn: hackernewsReading,
  orcid: orcidReading,
  scholar: scholarReading,
  researchgate: researchgateReading,
  substack: substackReading,
  devto: devtoReading,
  dribbble: dribbbleReading,
  xing: xingReading,
  stackexchange: stackoverflowReading,
};
