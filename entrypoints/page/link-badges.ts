import { browser } from 'wxt/browser';
import { ask } from '../../lib/messaging/client';
import type { ToPage } from '../../lib/messaging/protocol';
import type { Annotation } from '../../lib/model/annotation';
import type { LinkBadge } from '../../lib/model/link-badge';
import type { ProfileKey } from '../../lib/model/profile';
import { type PersonLink, personLinksAmong } from '../../lib/sites/person-links';
import { profileKeyOf } from '../../lib/sites/profile-key';
import { afterName } from './after-name';
import { type Badge, drawBadge, isStanding, mountBadge } from './badge';
import { createBadgeCard } from './badge-card';
import { attendBadges } from './badge-pointer';
import { isOrphaned, send } from './extension';
import { isDark } from './is-dark';
import { forgetKnownPeople, possiblyKnown } from './known-people';
import { onLookedAt } from './on-looked-at';
import { watchLinks } from './watch-links';

/** As many people as one question may be about: as many as the background tells one document of. */
const MOST_KEYS = 5000;
/** A page that keeps removing a badge is left without it. */
const MOST_REMOVALS = 5;

/**
 * Puts a badge beside every link to a person, until the signal ends. Which links get one, where and when depends on the page alone; who
 * is known is found out afterwards, and shows inside the badges only.
 */
export function badgeLinks(signal: AbortSignal): void {
  const badges = new Map<Element, Badge>();
  const cards = new WeakMap<Element, Set<Badge>>();
  const answers = new Map<ProfileKey, LinkBadge>();
  const asked = new Set<ProfileKey>();
  const removals = new WeakMap<Element, number>();
  const card = createBadgeCard();

  // All is read before anything is written: in turns, each would have the page styled and laid out anew.
  const found: { link: PersonLink; href: string | null; place: ChildNode }[] = [];
  const appeared = (links: readonly HTMLAnchorElement[]) => {
    if (isOrphaned()) return;
    const isNew = ({ anchor, key, card: of }: PersonLink) => !badges.has(anchor) && ![...(cards.get(of) ?? [])].some((badge) => badge.key === key);
    for (const link of personLinksAmong(links, new URL(location.href)).filter(isNew)) {
      const place = afterName(link.anchor);
      if (place) found.push({ link, href: link.anchor.getAttribute('href'), place });
    }
  };
  const settled = (until: number) => {
    if (found.length > 0) card.mount();
    const fresh: Badge[] = [];
    let mounted = 0;
    for (const { link, href, place } of found) {
      // The page may have changed since it was read; then it is read once more.
      if (place.isConnected && link.anchor.getAttribute('href') === href && !badges.has(link.anchor)) {
        const badge = mountBadge(link, href, place);
        badges.set(link.anchor, badge);
        cards.set(link.card, (cards.get(link.card) ?? new Set()).add(badge));
        fresh.push(badge);
      }
      mounted++;
      if (performance.now() > until) break;
    }
    watch.ignore();
    found.splice(0, mounted);
    draw(fresh);
    void askAbout(keysOf(fresh).difference(asked));
    return found.length === 0;
  };
  const thinned = () => {
    for (const badge of badges.values()) {
      if (isStanding(badge)) continue;
      remove(badge);
      const times = (removals.get(badge.anchor) ?? 0) + 1;
      removals.set(badge.anchor, times);
      if (!badge.anchor.isConnected) watch.lookAgain(badge.card);
      else if (times <= MOST_REMOVALS) watch.lookAgain(badge.anchor);
    }
  };
  const remove = (badge: Badge) => {
    badge.host.remove();
    watch.ignore();
    badges.delete(badge.anchor);
    cards.get(badge.card)?.delete(badge);
    pointer.redrawn();
  };

  const askAbout = async (keys: ReadonlySet<ProfileKey>) => {
    if (keys.size === 0) return;
    for (const key of keys) asked.add(key);
    const possible = await possiblyKnown([...keys]);
    const answer = possible.length > 0 && (await ask<LinkBadge[]>(send, { type: 'badges', keys: possible.slice(0, MOST_KEYS) }));
    if (signal.aborted || (answer && !answer.ok)) return;
    for (const key of keys) answers.delete(key);
    if (answer) for (const badge of answer.value) for (const key of badge.keys) answers.set(key, badge);
    draw(badges.values());
  };
  const draw = (some: Iterable<Badge>) => {
    const changed = [...some].flatMap((badge) => {
      const says = saidBy(badge);
      return says === badge.shown?.badge ? [] : [{ badge, says, dark: says !== undefined && isDark(badge.host) }];
    });
    for (const { badge, says, dark } of changed) drawBadge(badge, says, dark);
    pointer.redrawn();
  };
  /** Two links of one card may be two addresses of one person: the first says it. */
  const saidBy = (badge: Badge) => {
    const says = answers.get(badge.key);
    const first = says && [...(cards.get(badge.card) ?? [])].find(({ key }) => answers.get(key) === says);
    return first === badge ? says : undefined;
  };
  const refresh = () => {
    forgetKnownPeople();
    void askAbout(keysOf(badges.values()));
  };

  const watch = watchLinks(
    {
      concerns: ({ href }) => profileKeyOf(href) !== undefined,
      appeared,
      settled,
      thinned,
      readdressed(link) {
        const badge = badges.get(link);
        if (badge) remove(badge);
      },
    },
    signal,
  );
  const wordsAbout = async ({ key }: Badge) => {
    const answer = await ask<Annotation['card'] | null>(send, { type: 'badgeCard', key });
    return (answer.ok && answer.value) || undefined;
  };
  const pointer = attendBadges({ all: badges, card, wordsAbout, open: ({ key }) => void ask(send, { type: 'openPerson', key }) }, signal);
  const listen = ({ type }: ToPage) => {
    if (type === 'recordsChanged') refresh();
  };
  browser.runtime.onMessage.addListener(listen);
  onLookedAt(refresh, signal, 'visibilitychange');
  signal.addEventListener('abort', () => {
    for (const badge of badges.values()) badge.host.remove();
    card.remove();
    if (!isOrphaned()) browser.runtime.onMessage.removeListener(listen);
  });
}

function keysOf(links: Iterable<PersonLink>): Set<ProfileKey> {
  return new Set([...links].map(({ key }) => key));
}
