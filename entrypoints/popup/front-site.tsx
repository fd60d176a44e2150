import { useEffect, useState } from 'react';
import { SiteSwitch } from '../../components/site/site-switch';
import { type Switch, switchAt } from '../../lib/sites/switches';
import { isGranted, switchOn } from '../person/site-access';

/** Offers to switch on the site of the page in front, where it is off: the button alone shows its people only here. */
export function FrontSite({ address }: { address: string }) {
  const [off, setOff] = useState<Switch>();
  useEffect(() => {
    let current = true;
    const url = URL.parse(address);
    const site = url ? switchAt(url) : undefined;
    const look = async () => {
      const on = site === undefined || (await isGranted(site.origin));
      if (current) setOff(on ? undefined : site);
    };
    void look();
    return () => {
      current = false;
    };
  }, [address]);
  return off ? <SiteSwitch label={off.label} onSwitchOn={() => void switchOn(off.origin)} /> : null;
}
