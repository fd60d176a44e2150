import { ask } from '../../lib/messaging/client';
import type { KnownPeople } from '../../lib/messaging/protocol';
import { filterTest } from '../../lib/model/key-filter';
import type { ProfileKey } from '../../lib/model/profile';
import { send } from './extension';

let version: string | undefined;
let test: (key: ProfileKey) => boolean = () => false;
let loading: Promise<void> | undefined;

/**
 * Who among `keys` may be known. Asked once for each page that is loaded, and again after `forgetKnownPeople`, so that a page of
 * its own site's strangers costs no question: what the answer is made of is kept here, where no page can read it.
 */
export async function possiblyKnown(keys: readonly ProfileKey[]): Promise<ProfileKey[]> {
  loading ??= load();
  await loading;
  return keys.filter((key) => test(key));
}

/** The records changed: the next question begins by asking whether who is known did. */
export function forgetKnownPeople(): void {
  loading = undefined;
}

async function load(): Promise<void> {
  const answer = await ask<KnownPeople>(send, { type: 'knownPeople', ...(version !== undefined && { have: version }) });
  if (!answer.ok) return;
  const { filter, prefix } = answer.value;
  if (filter !== undefined) {
    const isKnown = filter ? filterTest(filter) : () => true;
    // Nothing is said of people of other sites: about each of them one asks.
    test = (key) => !key.startsWith(prefix) || isKnown(key);
  }
  version = answer.value.version;
}
