import { useId, useState } from 'react';
import { i18n } from '#i18n';
import type { Birthday } from '../../lib/model/temporal';
import { useMoment } from '../moment';
import { DayFields, dayTyped, isNothingTyped, partsOf, whatIsWrong } from './day-fields';
import { useBeforeLeaving } from './before-leaving';

type Props = { birthday: Birthday | undefined; onChange: (birthday: Birthday | undefined) => void };

/** A birthday, kept when one leaves it. What is no day yet is said to be none and stays to be finished. */
export function BirthdayField({ birthday, onChange }: Props) {
  const id = useId();
  const { today } = useMoment();
  const [parts, setParts] = useState(() => partsOf(birthday));
  const [left, setLeft] = useState(false);
  const [seen, setSeen] = useState(birthday);
  const [sent, setSent] = useState<{ birthday: Birthday | undefined }>();
  if (seen !== birthday) {
    setSeen(birthday);
    setParts(partsOf(birthday));
    setSent(undefined);
  }

  const typed = dayTyped(parts, today);
  const commit = () => {
    setLeft(true);
    const isFinished = typed !== undefined || isNothingTyped(parts);
    if (!isFinished || typed === birthday || (sent && typed === sent.birthday)) return;
    setSent({ birthday: typed });
    setParts(partsOf(typed));
    onChange(typed);
  };
  useBeforeLeaving(commit);

  const problem = whatIsWrong(parts, today, left);
  return (
    <fieldset
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) commit();
      }}
      onKeyDown={({ key }) => {
        if (key === 'Enter') commit();
        if (key === 'Escape') setParts(partsOf(birthday));
      }}
    >
      <legend className="field-label">{i18n.t('details.birthday')}</legend>
      <DayFields
        parts={parts}
        describedBy={`${id}-hint`}
        onChange={(next) => {
          setParts(next);
          setLeft(false);
        }}
      />
      <p id={`${id}-hint`} className={problem === undefined ? 'hint' : 'problem'} aria-live="polite">
        {problem ?? i18n.t('details.yearOptional')}
      </p>
    </fieldset>
  );
}
