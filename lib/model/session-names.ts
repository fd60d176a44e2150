/** Names of what background and surfaces hand each other until the browser is closed: it lies in memory alone, and out of reach of every page. */
export const SESSION_NAMES = {
  /** Whether nothing of Kith is to be seen in any page, as while one shares the screen. */
  hidden: 'hidden',
  /** Whom the surface that opens next is to show. */
  asked: 'asked',
  /** What waits, ready to be drawn: see prepared-list.ts. */
  preparedList: 'preparedList',
} as const;
