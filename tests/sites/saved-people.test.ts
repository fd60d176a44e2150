import { describe, expect, test } from 'vitest';
import { loadPage, personLinks } from './load-page';
import { IF_HERE, SAVED_PAGES, SAVED_PAGES_ARE_HERE, savedPageText } from './saved-pages';

/** Whom each page links, a line for each card; the people of these pages are invented. */
const PEOPLE: Readonly<Record<string, readonly string[]>> = {
  // Beside the name of some there is "View profile" or "Message", in a list of its own.
  'linkedin/ember_profile_3__c2024-07.html': [
    'in/zonurobaguvudid',
    'in/pidifufezisesedaso',
    'in/perud',
    'in/uzefebov-ogadu-85i338556',
    'in/ebocuride',
    'in/ratonuzi-tucu-22012254',
    'in/bizoviramigisol',
    'in/obetumorolotafa',
    'in/abelucapecim',
    'in/eduredo-ogodule',
    'in/izizuz-fizodomun-ecuni-761f7uw1',
    'in/gonam-nevofafo',
    'in/erisu-bavedacacida-ow2b379q0',
    'in/umul-puvomeb',
  ],
  'linkedin/ember_profile_4__c2024-08.html': [
    'in/agab-iracarob',
    'in/mamofotim-ateselalum',
    'in/lotagal-vuzivic-ur-t153545',
    'in/futinomamocatodubu',
    'in/elecino-velar-75q0q4334',
    'in/odatage-n',
    'in/elecino-velar-osuresagu',
    'in/epetipadil-k-4s2885031',
    'in/zututicinan',
    'in/onovazobituligozi',
    'in/seteto-cilafin-d7cxr0174',
    'in/imutifel',
    'in/ecola-fogados-92k25830',
    'in/rebalef-emetesufi',
    'in/jqtecumcoaq2320',
  ],
};

describe.skipIf(!SAVED_PAGES_ARE_HERE)(`pages saved from the sites${IF_HERE}`, () => {
  const links = (file: string) => {
    const saved = SAVED_PAGES.find((one) => one.file === file);
    if (!saved) throw new Error(`${file} is gone`);
    return personLinks(loadPage(savedPageText(saved)), new URL(saved.url));
  };

  test.each(Object.entries(PEOPLE))('%s links these and nobody else, each once in a card', (file, people) => {
    const cards = Map.groupBy(links(file), ({ card }) => card);
    expect([...cards.values()].map((card) => card.map(({ key }) => key.slice(key.indexOf(':') + 1)).join(' '))).toEqual(people);
  });
});
