import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import { type Moment, MomentProvider } from '../../components/moment';
import { instantFromMilliseconds, today } from '../../lib/model/temporal';

const MINUTE = 60_000;

/** The clock of a page, moving once a minute, and when the page is looked at again. */
export function PageMoment({ children }: { children: ReactNode }) {
  const [milliseconds, setMilliseconds] = useState(Date.now);
  useEffect(() => {
    const gone = new AbortController();
    const look = () => setMilliseconds(Date.now());
    const timer = setInterval(look, MINUTE);
    addEventListener('focus', look, { signal: gone.signal });
    document.addEventListener('visibilitychange', look, { signal: gone.signal });
    return () => {
      clearInterval(timer);
      gone.abort();
    };
  }, []);
  const moment = useMemo(() => momentAt(milliseconds), [milliseconds]);
  return <MomentProvider moment={moment}>{children}</MomentProvider>;
}

function momentAt(milliseconds: number): Moment {
  const now = instantFromMilliseconds(milliseconds);
  const zone = Temporal.Now.timeZoneId();
  return { now, zone, today: today(now, zone), locale: localeOfTexts() };
}

/** The reader's own variant of the language the texts are in, so that dates do not speak another language than the rest. */
export function localeOfTexts(): string {
  const language = i18n.t('language');
  return navigator.languages.find((each) => each.split('-')[0] === language) ?? language;
}
