import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { MomentProvider } from '../../components/moment';
import { MINUTE, momentAt, thisMinute } from './current-moment';

/** The clock of a page, moving once a minute, and when the page is looked at again. */
export function PageMoment({ children }: { children: ReactNode }) {
  const [minute, setMinute] = useState(thisMinute);
  useEffect(() => {
    const gone = new AbortController();
    const look = () => setMinute(thisMinute());
    const timer = setInterval(look, MINUTE);
    addEventListener('focus', look, { signal: gone.signal });
    document.addEventListener('visibilitychange', look, { signal: gone.signal });
    return () => {
      clearInterval(timer);
      gone.abort();
    };
  }, []);
  const moment = useMemo(() => momentAt(minute), [minute]);
  return <MomentProvider moment={moment}>{children}</MomentProvider>;
}
