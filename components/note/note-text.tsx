import './note.css';
import { lazy, memo, Suspense, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { isPlainLine } from './plain-line';

const MarkdownText = lazy(() => import('./markdown'));

/** Above this many characters a note begins folded. */
const FOLDED_FROM = 1500;
const FOLDED_TO = 900;

/** A kept note, formatted; a long one shows its beginning until asked for more. Every key typed above redraws the list: not the notes. */
export const NoteText = memo(function NoteText({ text }: { text: string }) {
  const [whole, setWhole] = useState(text.length <= FOLDED_FROM);
  const around = useRef<HTMLDivElement>(null);
  const shown = whole ? text : beginning(text);
  return (
    <div ref={around} className="note-text" dir="auto" tabIndex={-1}>
      {isPlainLine(shown) ? (
        <p>{shown}</p>
      ) : (
        <Suspense fallback={<p>{shown}</p>}>
          <MarkdownText text={shown} />
        </Suspense>
      )}
      {!whole && (
        <button
          type="button"
          className="button link"
          onClick={() => {
            setWhole(true);
            // The button goes.
            around.current?.focus({ preventScroll: true });
          }}
        >
          {i18n.t('note.showWhole')}
        </button>
      )}
    </div>
  );
});

/** The paragraphs that fit, or the words where there is but one. */
function beginning(text: string): string {
  const paragraph = text.lastIndexOf('\n\n', FOLDED_TO);
  const word = text.lastIndexOf(' ', FOLDED_TO);
  const end = paragraph > FOLDED_TO / 3 ? paragraph : word > 0 ? word : FOLDED_TO;
  return `${text.slice(0, end).toWellFormed()}…`;
}
