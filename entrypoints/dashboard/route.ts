import { useSyncExternalStore } from 'react';

/** Those in the navigation. */
export const SCREENS = ['people', 'pending', 'changes', 'data', 'settings'] as const;
/** The welcome is seen once; the ledger is come to from the settings and from what is pending. */
const APART = ['welcome', 'ledger'] as const;
export type Screen = (typeof SCREENS)[number] | (typeof APART)[number];

/** Under which of those in the navigation a screen apart is. */
export const PARENTS: Partial<Record<Screen, Screen>> = { ledger: 'pending' };

/** Where in the dashboard one is: `#/people/<contact id>`, `#/people?find=<words>`, `#/changes`. */
export type Route = { screen: Screen; contactId?: string; find?: string };

/** Where the dashboard is, by the hash of its address; it follows that. */
export function useRoute(): Route {
  return routeOf(useSyncExternalStore(onHashChange, () => location.hash));
}

/** The route a hash names; anything unknown is the list of people. */
export function routeOf(hash: string): Route {
  const [path = '', query] = hash.split('?');
  const [, name, contactId] = path.split('/');
  const find = new URLSearchParams(query).get('find');
  const screen = [...SCREENS, ...APART].find((each) => each === name) ?? 'people';
  if (screen !== 'people') return { screen };
  return { screen, ...(contactId && { contactId }), ...(find !== null && { find }) };
}

function onHashChange(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}
