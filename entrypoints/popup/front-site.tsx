import { useEffect, useState } from 'react';
import { SiteSwitch } from '../../components/site/site-switch';
import { isGranted, siteToSwitch, switchOn } from '../person/site-access';

/** Offers to switch on the site of the profile in front, where it is off: the button alone shows its people only here. */
export function FrontSite({ url }: { url: string }) {
  const [off, setOff] = useState<{ label: string; origins: readonly string[] }>();
  useEffect(() => {
    const site = siteToSwitch(new URL(url));
    void (site && isGranted(site.origins).then((on) => setOff(on ? undefined : site)));
  }, [url]);
  return off ? <SiteSwitch label={off.label} onSwitchOn={() => void switchOn(off.origins)} /> : null;
}
