import { defineSite } from './define-site';
import { pageTitle } from './readers';
import type { Examples, Reading } from './site';

/** People and groups share the first segment; which of them a page is about only the page tells. Instances elsewhere are not recognised. */
export const gitlab = defineSite({
  id: 'gitlab',
  address: 'https://gitlab.com/*',
  handles: '\\w[\\w.-]{0,80}',
  // The site's own pages there are one word long; without it, what a tab is called is a project.
  also: '/users/(?=[^/]+/)',
  tabs: '(?<=/users/.+)(?:activity|groups|contributed|projects|starred|snippets|followers|following)',
  reserved: ' assets gitlab-org gitlab-com jwt uploads v2 ',
  organisation: 'body[data-page^="groups:"]',
  name: '.user-info [itemprop=name], .user-profile-header [itemprop=name]',
});

export const gitlabReading: Reading = {
  header: { headline: '[itemprop=jobTitle]', organisation: '[itemprop=worksFor]' },
  // "Name · GitLab", or "Members · Name · GitLab"
  organisationNames: (page) => [/^(?:.+ · )?(.+?) · GitLab$/.exec(pageTitle(page))?.[1]],
  bio: '.user-profile-header, .profile-header, .user-info',
};

export const examples: Examples = {
  measured: 'template',
  seen: '2026-08',
  profiles: {
    'https://gitlab.com/ada.example': 'ada.example',
    'https://gitlab.com/Ada_Example': 'ada_example',
    'https://gitlab.com/users/ada.example/activity': 'ada.example',
    'https://gitlab.com/users/ada.example/groups': 'ada.example',
    'https://gitlab.com/users/ada.example/contributed': 'ada.example',
    'https://gitlab.com/users/ada.example/projects': 'ada.example',
    'https://gitlab.com/users/ada.example/starred': 'ada.example',
    'https://gitlab.com/users/ada.example/snippets': 'ada.example',
    'https://gitlab.com/users/ada.example/followers': 'ada.example',
    'https://gitlab.com/users/ada.example/following': 'ada.example',
  },
  notProfiles: [
    'https://gitlab.com/',
    'https://gitlab.com/explore',
    'https://gitlab.com/ada/loom',
    'https://gitlab.com/groups/loom',
    'https://gitlab.com/ada/snippets',
    'https://gitlab.com/users/sign_in',
    'https://gitlab.com/users/password/new',
    'https://docs.gitlab.com/ee',
  ],
};
