import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { ProfileKey } from '../../lib/model/profile';
import { isNoticed } from './noticed';

/** Whether Kith notices by itself that a profile with one of `keys` is opened, kept up to date; taken to be so until the browser has answered. */
export function useNoticed(keys: readonly ProfileKey[]): boolean {
  const [noticed, setNoticed] = useState(true);
  const asked = keys.join(' ');
  useEffect(() => {
    if (asked === '') return undefined;
    let current = true;
    const look = async () => {
      const answer = await isNoticed(asked.split(' '));
      if (current) setNoticed(answer);
    };
    const onChanged = () => void look();
    browser.permissions.onAdded.addListener(onChanged);
    browser.permissions.onRemoved.addListener(onChanged);
    void look();
    return () => {
      current = false;
      browser.permissions.onAdded.removeListener(onChanged);
      browser.permissions.onRemoved.removeListener(onChanged);
    };
  }, [asked]);
  return noticed;
}
