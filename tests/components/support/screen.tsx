import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { cleanup, configure, fireEvent, render } from '@testing-library/react';
import { generateChromeMessages, parseMessagesText } from '@wxt-dev/i18n/build';
import type { ReactNode } from 'react';
import { afterEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Moment, MomentProvider } from '../../../components/moment';
import { NoticesProvider } from '../../../components/notice/notices';

const MESSAGES = generateChromeMessages(parseMessagesText(readFileSync(resolve('locales/en.yml'), 'utf8'), 'YAML'));

// The browser's own lookup, which the fake browser has not.
Object.assign(fakeBrowser, {
  i18n: {
    getMessage(name: string, substitutions: string[] = []) {
      return (MESSAGES[name]?.message ?? '').replace(/\$(\d)/g, (_, place) => substitutions[Number(place) - 1] ?? '');
    },
  },
});

// Nobody sees a frame: each is over at once.
Object.assign(globalThis, {
  requestAnimationFrame(work: FrameRequestCallback) {
    work(0);
    return 0;
  },
});

// A busy machine takes its time; what never comes is still found.
configure({ asyncUtilTimeout: 30_000 });

afterEach(cleanup);

/** Sunday, 22 November 2026, nine in the morning in Berlin. */
export const MOMENT: Moment = { now: '2026-11-22T08:00:00.000Z', zone: 'Europe/Berlin', today: '2026-11-22', locale: 'en-GB' };

/** Draws components as a page of the extension would, with its clock standing still. */
export function show(ui: ReactNode) {
  const around = (inside: ReactNode) => (
    <MomentProvider moment={MOMENT}>
      <NoticesProvider>{inside}</NoticesProvider>
    </MomentProvider>
  );
  const { rerender, ...rest } = render(around(ui));
  return { ...rest, show: (next: ReactNode) => rerender(around(next)) };
}

/** The same with everything unfolded, as after a click on each summary. */
export function showUnfolded(ui: ReactNode): ReturnType<typeof show> {
  const shown = show(ui);
  for (const details of document.querySelectorAll('details')) {
    details.open = true;
    fireEvent(details, new Event('toggle'));
  }
  return shown;
}
