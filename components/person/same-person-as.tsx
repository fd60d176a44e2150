import { type ReactNode, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { ContactSummary } from '../../lib/model/person-view';

/** Finds somebody kept, by name. */
export type Finder = (onOpen: (person: ContactSummary) => void, onLeave: () => void) => ReactNode;

/** Says of two people who are kept that they are one, where nothing suggests it. */
export function SamePersonAs({ finder, onChoose }: { finder: Finder; onChoose: (person: ContactSummary) => void }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const leave = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div className="stack">
      <div>
        <button ref={button} type="button" className="button quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {i18n.t('samePerson.as')}
        </button>
      </div>
      {open && (
        <>
          {finder((person) => {
            leave();
            onChoose(person);
          }, leave)}
          <p className="hint">{i18n.t('samePerson.asMeans')}</p>
        </>
      )}
    </div>
  );
}
