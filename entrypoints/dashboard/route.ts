import { useSyncExternalStore } from 'react';

/** Those in the navigation; the welcome is seen once. */
export const SCREENS = ['people', 'pending', 'changes', 'settings'] as const;
export type Screen = (typeof SCREENS)[number] | 'welcome';

/** Where in the dashboard one is: `#/people/<contact id>`, `#/changes`. */
export type Route = { screen: Screen; contactId?: string };

export function useRoute(): Route {
  return routeOf(useSyncExternalStore(onHashChange, () => location.hash));
}

/** The route a hash names; anything unknown is the list of people. */
export function routeOf(hash: string): Route {
  const [, name, contactId] = hash.split('/');
  const screen = name === 'welcome' ? name : (SCREENS.find((each) => each === name) ?? 'people');
  return screen === 'people' && contactId ? { screen, contactId } : { screen };
}

function onHashChange(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}
