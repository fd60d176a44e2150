import './data.css';
import type { ReactNode } from 'react';
import { i18n } from '#i18n';

type Props = {
  /** What is being done. */
  label: string;
  /** From 0 to 1. */
  part: number;
  detail?: string | undefined;
  /** What the button that ends it says. */
  stopLabel: string;
  onStop?: (() => void) | undefined;
  /** What else can be done about it. */
  children?: ReactNode;
};

/** Work that takes a while: what, how far it is, and how to end it. */
export function WorkProgress({ label, part, detail, stopLabel, onStop, children }: Props) {
  return (
    <div className="work-progress">
      <div className="work-progress-words">
        <span dir="auto">{label}</span>
        {detail !== undefined && <span className="hint">{detail}</span>}
      </div>
      <progress aria-label={label} max={1} value={Math.min(1, Math.max(0, part))} />
      {onStop && (
        <button type="button" className="button" aria-label={i18n.t('changes.named', [stopLabel, label])} onClick={onStop}>
          {stopLabel}
        </button>
      )}
      {children}
    </div>
  );
}
