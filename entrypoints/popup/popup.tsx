import './popup.css';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { Icon } from '../../components/icon';
import { Shortcuts } from '../../components/pending/shortcuts';
import { dashboardUrl, openPerson, openTab } from '../person/addresses';
import { isTyping, PendingWork } from '../person/pending-work';
import { PeopleFinder } from '../person/people-finder';
import type { WhatWaits } from '../../lib/model/pending-action';
import type { Answers } from '../person/use-records';
import { HiddenInPages } from './hidden-in-pages';
import { OpenPanel } from './open-panel';

const FrontPerson = lazy(() => import('./front-person'));

/**
 * What waits, everybody kept, and the person in front, who is looked for once the list is on the screen; in Firefox, where it stands
 * in for the side panel, that person comes first. `listAhead` is what waits as it is being read already.
 */
export function Popup({ listAhead }: { listAhead: Answers<WhatWaits> }) {
  const [isListed, setIsListed] = useState(import.meta.env.FIREFOX);
  const search = useRef<HTMLInputElement>(null);
  const pending = useRef<HTMLElement>(null);
  useSearchKey(() => search.current?.focus());

  const person = isListed && (
    <Suspense fallback={null}>
      <FrontPerson />
    </Suspense>
  );
  return (
    <>
      <header className="popup-head">
        <h1 className="for-screen-readers">{i18n.t('popup.title')}</h1>
        <PeopleFinder
          isShown={isListed}
          fieldRef={search}
          onOpen={({ id, profileKey }) => void openPerson({ contactId: id, profileKey })}
          onLeave={() => pending.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus()}
        />
        {!import.meta.env.FIREFOX && <OpenPanel />}
        <button
          type="button"
          className="icon-button"
          aria-label={i18n.t('popup.dashboard')}
          title={i18n.t('popup.dashboard')}
          onClick={() => openTab(dashboardUrl('pending'))}
        >
          <Icon name="open" />
        </button>
      </header>
      <main className="popup-body">
        {import.meta.env.FIREFOX && person}
        <section ref={pending} className="popup-pending" aria-label={i18n.t('pending.heading')}>
          <PendingWork ahead={listAhead} onPainted={() => setIsListed(true)} focused={!import.meta.env.FIREFOX} onMore={() => openTab(dashboardUrl('pending'))}>
            <Shortcuts search />
          </PendingWork>
        </section>
        {!import.meta.env.FIREFOX && person}
        <HiddenInPages />
      </main>
    </>
  );
}

/** `/` goes to the search from anywhere but a text. */
function useSearchKey(focus: () => void): void {
  useEffect(() => {
    const gone = new AbortController();
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== '/' || isTyping(event.target)) return;
        event.preventDefault();
        focus();
      },
      { signal: gone.signal },
    );
    return () => gone.abort();
  });
}
