import { describe, expect, test } from 'vitest';
import { cleanLine } from '../../lib/model/text';
import { loadPage, personLinks } from './load-page';
import { IF_HERE, SAVED_PAGES, SAVED_PAGES_ARE_HERE, savedPageText } from './saved-pages';

/** Whom each of these pages links, all of invented people: a line for each card. */
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
  'linkedin/sdui_profile__c2026-05.html': [
    'in/inoviberavil',
    'in/unara-de-la-lamevuce-504vp263',
    'in/emeruc-ovanip-4106551u',
    'in/arif-anulidin-531728700',
    'in/lusicipa-ocenaca',
    'in/arilulezane',
    'in/egufalivu',
    'in/abenec-cizu-9l3181a',
    'in/onase-ifapufulo-3067710',
  ],
  'linkedin/sdui_search_people__c2026-04.html': [
    'in/emilozud in/ndn78 in/omiza-pagi',
    'in/imomozob in/umiruc-dube',
    'in/upigunucet-isotalelib in/mapirunez-ababedez-62s7a4004 in/ite-mobagina-golol-3331365z3',
    'in/evni3338 in/dalided-v-2mh03102b in/zatilu-gepit-obifi-d5134e055',
    'in/usdmibytxmnro45 in/terapishlx5628',
    'in/onilep-inelusi-6507z458 in/evarinasig',
    'in/afa-aniz-g64g01200 in/ivumezi-agemeti',
    'in/gatadologivodul in/apedinizuvi in/pogug-asomi-21311201o',
    'in/zuracu-zevo-493668431 in/carilo-zupotebo-358758018',
    'in/vbnfp50 in/upera-aniz in/dimanasabe',
  ],
  'linkedin/sdui_feed__c2026-03.html': [
    'in/edovi-getegice-117p8553j',
    'in/ogizof-elivap-5646314l1',
    'in/dugelagicazimozofu',
    'in/bedog-neratil-0n33h0210 in/momadedubecu',
    'in/zecezel-tovabic-604310712 in/dazel-amanos-7f4504522',
    'in/zecezel-tovabic-604310712',
    'in/jnmfnohxuzcl0399',
    'in/poridap43 in/ffleiz34',
    'in/umotatu in/zoroge-eburan-f575345l in/tidalusedipoma in/acicev-anoti in/afonate in/ginisu-govazop-l5907728 in/sisub-aniz-4c426160 in/bagisici in/acopelu-zecezel-352n3141v in/drlkf5 in/utanugiz-zanutezaca-136u59244',
    'in/tolumu-getegice',
  ],
  'linkedin/ember_search_people__c2026-02.html': [
    'in/atape--botoso-',
    'in/femisitorivos-ofirudidero-sz4343597 urn/ACoAAHupNcGV_g2nkabxRO8tH4rMAZI8XzInIHu',
    'in/uza-nunu-9142351h',
    'in/knsli221 urn/ACoAAKC50TuDdRcwvn_UEjNhkny9Qscpo2iWNkc',
    'in/rofamu-velar-044232753',
    'in/ibuduferadizov urn/ACoAAZ3I5wJB2bXNuNsDUzdiDNPSKW7q4fYtOzR',
    'in/nuduzalune urn/ACoAAXqKlozJNeaNOxgdqhotJZWrDXNUcfopWXq',
    'in/mamofotim-caco-060450388 urn/ACoAAOU4aRhC-NUFgnZu_o3JgSlcvMyWrbl_BOU',
    'in/mapirunez-dezoro-3s42t4267',
    'in/tanorezo-usimuz-1d3355245',
  ],
  'linkedin/ember_feed__c2025-06.html': ['in/sorudemima', 'in/rusefa-nigema-3841d341r'],
  'linkedin/neg_company_audiense__c2024-10.html': [
    'in/supezudusilavirepeni',
    'in/lalupe',
    'in/ifazofic-upogarilevip-esanegogad',
    'in/ibagonul',
    'in/gofuzitilobife in/ibuzizilici',
    'in/adegaledudofoditipo in/puponagecifo in/fiticane-isacelatozed-tx1781051',
    'in/puponagecifo',
    'in/basemacufuzora',
    'in/fiticane-isacelatozed-tx1781051 in/puponagecifo',
    'in/puponagecifo in/fiticane-isacelatozed-tx1781051',
  ],
  'mastodon/status_synthetic__c2026-04.html': [
    'alice@mastodon.example',
    'alice@mastodon.example',
    'bob@other.social alice@mastodon.example',
    'carol@third.social alice@mastodon.example',
    'alice@mastodon.example carol@third.social',
    'dave@mastodon.example alice@mastodon.example',
  ],
};

/** How each of these pages itself marks the names of those it links; nothing where it links nobody by name. */
const MARKED: Readonly<Record<string, string>> = {
  'github/issue_thread_defuddle56__c2026-03.html': '[data-testid="issue-body-header-author"], [data-testid="avatar-link"], .user-mention, .author a',
  // Who built a repository is there as a picture alone.
  'github/trending_rust__c2026-05.html': '',
  'x/status_realdonaldtrump__c2025-12.html': '[data-testid="User-Name"] > :first-child a, [data-testid="tweetText"] a',
  'bluesky/profile_stephenking__c2026-01.html': '[aria-label="View profile"][style*="font-weight: 600"]:not([href$="/stephenking.bsky.social"])',
  'bluesky/post_stephenking__c2026-01.html': '',
  'hackernews/news__c2026-06.html': '.subtext .hnuser',
  'stackoverflow/question_231767__c2022-11.html': '.user-details a:not([href^="/users/-1/"]), .comment-user',
  'researchgate/profile_Claas-Damken__c2022-06.html':
    '.nova-legacy-e-link:is([href*="profile/"], [href*="scientific-contributions/"]):not([href*="Claas-Damken"], .nova-legacy-e-avatar)',
  'medium/article_chandra__c2022-02.html': '.ck:is([href*="/@"], [href*="medium.com/?"]):not(.rz a)',
  'substack/note_richholmes__c2026-03.html': '.link-LIBpto[href*="/@"]:not([href*="/note/"])',
  'personal/adactio_journal__c2025-12.html': '.h-x-username, [href="https://twitter.com/adactio"], [href="https://twitter.com/adactioJournal"]',
  'personal/hockenberger_reply__c2025-12.html': '',
};

describe.skipIf(!SAVED_PAGES_ARE_HERE)(`pages saved from the sites${IF_HERE}`, () => {
  const linksOf = (file: string) => {
    const saved = SAVED_PAGES.find((one) => one.file === file);
    if (!saved) throw new Error(`${file} is gone`);
    const page = loadPage(savedPageText(saved));
    return { page, links: personLinks(page, new URL(saved.url)) };
  };

  test.each(Object.entries(PEOPLE))('%s links these and nobody else, each once in a card', (file, people) => {
    const cards = Map.groupBy(linksOf(file).links, ({ card }) => card);
    expect([...cards.values()].map((card) => card.map(({ key }) => key.slice(key.indexOf(':') + 1)).join(' '))).toEqual(people);
  });

  test.each(Object.entries(MARKED))('%s links those whom it marks and nobody else, by their names', (file, css) => {
    const { page, links } = linksOf(file);
    const marked = css ? [...page.querySelectorAll<HTMLAnchorElement>(css)] : [];
    const spoken = (anchor: HTMLAnchorElement) => `${cleanLine(anchor.textContent ?? '')}: ${anchor.href}`;
    expect(links.map(({ anchor }) => spoken(anchor))).toEqual(marked.map(spoken));
    expect(links.every(({ anchor }, index) => anchor === marked[index])).toBe(true);
  });

  test('of every list that was saved it is said whom it links', () => {
    const lists = SAVED_PAGES.filter(({ kind }) => kind.startsWith('list')).map(({ file }) => file);
    expect(lists.filter((file) => !(file in PEOPLE || file in MARKED))).toEqual([]);
  });
});
