import { useState } from 'react';
import { useOncePainted } from './use-once-painted';

/** What makes plain words of a note, loaded after the first painting with something to show. */
export function usePlainText(isDrawn: boolean) {
  const [plainText, setPlainText] = useState<(markdown: string) => string>();
  useOncePainted(isDrawn, async () => {
    const { plainText: loaded } = await import('../../lib/formats/markdown');
    setPlainText(() => loaded);
  });
  return plainText;
}
