import './site-switch.css';
import { i18n } from '#i18n';

/** A site that can be switched on and off. */
export type SwitchableSite = { label: string; origin: string; on: boolean };

type Props = { sites: readonly SwitchableSite[]; onSwitch: (site: SwitchableSite, on: boolean) => void };

/** Every site Kith can be on, each switched by itself: the browser asks for that site alone. */
export function SiteList({ sites, onSwitch }: Props) {
  return (
    <ul className="site-list">
      {sites.map((site) => (
        <li key={site.origin}>
          <span>
            <bdi>{site.label}</bdi>
          </span>
          <button type="button" className="button" aria-pressed={site.on} onClick={() => onSwitch(site, !site.on)}>
            {i18n.t(site.on ? 'site.turnOff' : 'site.turnOn')}
            <span className="for-screen-readers"> {site.label}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
