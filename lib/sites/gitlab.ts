import { defineSite } from './define-site';
import type { Examples, Reading } from './site';

/** People and groups share the first segment; which of them a page is about only the page tells. Instances elsewhere are not recognised. */
export const gitlab = defineSite({
  id: 'gitlab',
  label: 'GitLab',
  address: 'https://gitlab.com/*',
  handles: '\\w[\\w.-]{0,80}',
  reserved: ' assets gitlab-org gitlab-com jwt uploads v2 ',
  organisation: 'body[data-page^="groups:"]',
  name: '.user-info [itemprop="name"], .user-profile-header [itemprop="name"]',
});

export const gitlabReading: Reading = {
  header: { headline: '[itemprop="jobTitle"]', organisation: '[itemprop="worksFor"]' },
  bio: '.user-profile-header, .profile-header, .user-info',
};

export const examples: Examples = {
  measured: 'template',
  seen: '2026-08',
  profiles: { 'https://gitlab.com/ada.example': 'ada.example', 'https://gitlab.com/Ada_Example': 'ada_example' },
  notProfiles: [
    'https://gitlab.com/',
    'https://gitlab.com/explore',
    'https://gitlab.com/ada/loom',
    'https://gitlab.com/groups/loom',
    'https://docs.gitlab.com/ee',
  ],
};
