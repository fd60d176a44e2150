import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { type StorageAnswer, StorageReport } from '../../../components/settings/storage-report';
import { countContacts } from '../../../lib/db/queries/people';
import { useRecords } from '../../person/use-records';

/** Whether the browser keeps the records, and how much they take. */
export function Storage() {
  const people = useRecords((records) => countContacts(records), []);
  const [answer, setAnswer] = useState<StorageAnswer>();
  useEffect(() => void askStorage().then(setAnswer), []);
  return (
    <section className="settings-section">
      <h2>{i18n.t('settings.storage')}</h2>
      <StorageReport answer={answer} people={people} />
    </section>
  );
}

/** Asks for the promise as well: with Kith's permissions no browser puts that to the user. */
async function askStorage(): Promise<StorageAnswer> {
  const [persisted, estimate] = await Promise.all([navigator.storage.persist(), navigator.storage.estimate()]);
  return { persisted, usedBytes: estimate.usage, quotaBytes: estimate.quota };
}
