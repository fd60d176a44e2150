import { useRef, useState } from 'react';
import { i18n } from '#i18n';
import { ChangeList } from '../../components/changes/change-list';
import { useMore } from '../../components/list/use-more';
import { NoticesProvider, useNotices } from '../../components/notice/notices';
import { recentChanges } from '../../lib/db/queries/people';
import { labelOf } from '../person/profile-label';
import { perform } from '../person/perform';
import { usePlainText } from '../person/use-plain-text';
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
  const { say, sayTakenBack } = useNotices();
  const [limit, setLimit] = useState(SHOWN_AT_FIRST);
  const answer = useRecords(async (records) => ({ changes: await recentChanges(records, limit + 1), limit }), [limit]);
  const plainText = usePlainText(true);
  const changes = answer?.changes.slice(0, answer.limit) ?? [];
  const list = useRef<HTMLOListElement>(null);
  const more = useMore(list, changes.length, () => setLimit(limit + SHOWN_AT_FIRST));
  if (!answer || !plainText) return <div className="state" aria-busy="true" />;
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
        changes={changes}
        wording={{ labelOf, plainText }}
        workAddress="#/data"
        listRef={list}
        onUndo={async ({ entry }) => {
          const outcome = await perform('undo', { entryId: entry.id });
          if (entry.undoes === undefined) sayTakenBack(entry.id, outcome);
          else say(entry.id, i18n.t('notice.doneAgain'), outcome);
        }}
      />
      {answer.changes.length > answer.limit && (
        <button type="button" className="button" onClick={more}>
          {i18n.t('changes.more')}
        </button>
      )}
    </>
  );
}
