import { useId } from 'react';

type Props = { label: string; hint: string; on: boolean; onChange: (on: boolean) => void };

/** Something that holds or does not, and what it means. */
export function SwitchSetting({ label, hint, on, onChange }: Props) {
  const id = useId();
  return (
    <div className="switch">
      <input id={id} type="checkbox" checked={on} aria-describedby={`${id}-hint`} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
      <div>
        <label htmlFor={id}>{label}</label>
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      </div>
    </div>
  );
}
