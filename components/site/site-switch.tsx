import './site-switch.css';
import { i18n } from '#i18n';

type Props = {
  /** What people call the site; the host where it has no name. */
  label: string;
  onSwitchOn: () => void;
};

/** Offers to show Kith on the site in front, which it is not on yet. */
export function SiteSwitch({ label, onSwitchOn }: Props) {
  return (
    <p className="site-switch">
      <span>{i18n.t('site.off', [label])}</span>
      <button type="button" className="button" onClick={onSwitchOn}>
        {i18n.t('site.switchOn', [label])}
      </button>
    </p>
  );
}
