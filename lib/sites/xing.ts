import { defineSite } from './define-site';
import { isTheirPage } from './elements';
import type { Examples, Reading } from './site';

export const xing = defineSite({
  id: 'xing',
  address: 'https://www.xing.com/profile/*',
  hosts: ['xing.com', 'touch.xing.com'],
  tabs: '.*',
  subject: ({ page, isTheirs }) =>
    isTheirPage(page, isTheirs) || isTheirs(page.querySelector('a[href^="/profile/"][href$="/contacts"]')?.getAttribute('href') ?? '') ? page : undefined,
  name: '.user-name',
});

export const xingReading: Reading = {
  header: { headline: '.job-detail [itemprop="jobTitle"]', organisation: '.job-detail [itemprop="worksFor"]', place: '.job-detail [itemprop="workLocation"]' },
};

export const examples: Examples = {
  measured: 'page',
  seen: '2017-04',
  profiles: {
    'https://www.xing.com/profile/Max_Mustermann12': 'max_mustermann12',
    'https://www.xing.com/profile/Ada_Example/cv': 'ada_example',
    'https://touch.xing.com/profile/Ada_Example': 'ada_example',
  },
  notProfiles: ['https://www.xing.com/', 'https://www.xing.com/profile/', 'https://www.xing.com/pages/loom', 'https://www.xing.com/jobs/weaver'],
};
