import { behance } from './behance';
import { bluesky } from './bluesky';
import { crunchbase } from './crunchbase';
import { devto } from './devto';
import { dribbble } from './dribbble';
import { github } from './github';
import { gitlab } from './gitlab';
import { hackernews } from './hackernews';
import { huggingface } from './huggingface';
import { kaggle } from './kaggle';
import { keybase } from './keybase';
import { linkedin } from './linkedin';
import { lobsters } from './lobsters';
import { mastodon } from './mastodon';
import { medium } from './medium';
import { npm } from './npm';
import { orcid } from './orcid';
import { producthunt } from './producthunt';
import { pypi } from './pypi';
import { reddit } from './reddit';
import { researchgate } from './researchgate';
import { scholar } from './scholar';
import type { Site } from './site';
import { stackexchange } from './stackexchange';
import { stackoverflow } from './stackoverflow';
import { substack } from './substack';
import { wellfound } from './wellfound';
import { x } from './x';
import { xing } from './xing';

/** Every site Kith knows, in the order in which they are offered. */
export const ALL_SITES: readonly Site[] = [
  linkedin,
  github,
  gitlab,
  x,
  bluesky,
  mastodon,
  stackoverflow,
  stackexchange,
  hackernews,
  reddit,
  orcid,
  scholar,
  researchgate,
  medium,
  substack,
  devto,
  dribbble,
  behance,
  xing,
  wellfound,
  crunchbase,
  producthunt,
  kaggle,
  huggingface,
  npm,
  pypi,
  keybase,
  lobsters,
];
