import { useState } from 'react';
import { i18n } from '#i18n';
import { ChangeList } from '../../components/changes/change-list';
import { NoticesProvider, useNotices } from '../../components/notice/notices';
import { recentChanges } from '../../lib/db/queries/people';
import { perform } from '../person/perform';
import { useRecords } from '../person/use-records';

const SHOWN_AT_FIRST = 50;

/** What was done lately, to be taken back or done again. */
export function ChangesScreen() {
  return (
    <NoticesProvider>
      <section className="dashboard-column">
        <h1>{i18n.t('changes.heading')}</h1>
        <Changes />
      </section>
    </NoticesProvider>
  );
}

function Changes() {
  const { say } = useNotices();
  const [limit, setLimit] = useState(SHOWN_AT_FIRST);
  const changes = useRecords((records) => recentChanges(records, limit + 1), [limit]);
  if (!changes) return <div className="state" aria-busy="true" />;
  if (changes.length === 0) {
    return (
      <div className="state">
        <h2>{i18n.t('changes.empty')}</h2>
        <p>{i18n.t('changes.emptyText')}</p>
      </div>
    );
  }
  return (
    <>
      <ChangeList
        changes={changes.slice(0, limit)}
        onUndo={async ({ entry }) => {
          const text = i18n.t(entry.undoes === undefined ? 'notice.takenBack' : 'notice.doneAgain');
          say(entry.id, text, await perform('undo', { entryId: entry.id }));
        }}
      />
      {changes.length > limit && (
        <button type="button" className="button" onClick={() => setLimit(limit + SHOWN_AT_FIRST)}>
          {i18n.t('changes.more')}
        </button>
      )}
    </>
  );
}
