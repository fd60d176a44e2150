import '../../components/settings/settings.css';
import { i18n } from '#i18n';
import { Backup } from './data/backup';
import { Import } from './data/import';

/** Everything out of Kith into a file, and out of files into Kith. */
export function DataScreen() {
  return (
    <section className="dashboard-column">
      <h1>{i18n.t('data.heading')}</h1>
      <Backup />
      <Import />
    </section>
  );
}
