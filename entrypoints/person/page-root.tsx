import '../../components/theme.css';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { FailureBoundary } from '../../components/failure';
import { isAnythingLeft } from './in-flight';
import { askWhatWasLeft } from './left-behind';
import { localeOfTexts, PageMoment } from './page-moment';

/** Draws a page of the extension into its `#root`. */
export async function drawPage(page: ReactNode): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no #root to draw into');
  document.documentElement.lang = localeOfTexts();
  // Only a page can ask for this, a worker cannot. What the browser answers stands in the settings.
  void navigator.storage.persist();
  const asked = askWhatWasLeft();
  if (isAnythingLeft()) await asked;
  createRoot(root).render(
    <FailureBoundary>
      <PageMoment>{page}</PageMoment>
    </FailureBoundary>,
  );
}
