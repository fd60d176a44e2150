import '../../components/theme.css';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { FailureBoundary } from '../../components/failure';
import { isAnythingLeft } from './in-flight';
import { askWhatWasLeft } from './left-behind';
import { localeOfTexts } from './current-moment';
import { PageMoment } from './page-moment';
import type { ReadAhead } from './use-records';

/** How long, in milliseconds, a page waits to be drawn once with all it shows at first, where without that it would be drawn twice. */
const PATIENCE = 150;

/** Draws a page of the extension into its `#root`, if need be without what it shows at `first`. */
export async function drawPage(page: ReactNode, first?: Pick<ReadAhead<unknown>, 'first'>): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no #root to draw into');
  document.documentElement.lang = localeOfTexts();
  // Only a page can ask for this, a worker cannot. What the browser answers stands in the settings.
  void navigator.storage.persist();
  const asked = askWhatWasLeft();
  if (isAnythingLeft()) await asked;
  if (first) await Promise.race([first.first().catch(isSaidWhereDrawn), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  createRoot(root).render(
    <FailureBoundary>
      <PageMoment>{page}</PageMoment>
    </FailureBoundary>,
  );
}

function isSaidWhereDrawn(): void {}
