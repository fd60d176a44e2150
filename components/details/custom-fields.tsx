import type { FormEvent } from 'react';
import { i18n } from '#i18n';
import type { Contact } from '../../lib/model/contact';
import { LINE_LIMIT } from '../../lib/model/text';
import { Icon } from '../icon';
import { useRemovals } from '../list/use-removals';
import { CommittedText } from './committed-text';
import { useChosen } from './use-chosen';
import { type Begun, useNewLine } from './use-new-line';

type Fields = Contact['customFields'];
/** One line of them, as it is kept or typed. */
export type Field = Fields[number];

type Props = Begun<Field> & {
  fields: Fields;
  /** Answers whether it was kept. */
  onChange: (fields: Fields) => Promise<boolean>;
};

/** What there is no field for: any label, any text. */
export function CustomFields({ fields: kept, onChange, ...begun }: Props) {
  const [fields, choose] = useChosen(kept, onChange);
  const removals = useRemovals(fields);
  return (
    <fieldset className="stack" {...removals}>
      <legend className="field-label">{i18n.t('details.customFields')}</legend>
      {fields.map(({ label, value }, index) => (
        // Fields have no identity but their place.
        <div key={index} className="custom-field">
          <span className="hint" dir="auto">
            {label}
          </span>
          <CommittedText
            label={label}
            value={value}
            rows={1}
            onCommit={(text) => void choose((before) => before.map((field, at) => (at === index ? { label, value: text } : field)), true)}
          />
          <button
            type="button"
            className="icon-button"
            aria-label={i18n.t('details.removeField', [label])}
            title={i18n.t('details.removeField', [label])}
            onClick={() => void choose((before) => before.filter((_, at) => at !== index))}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
      <NewField {...begun} onAdd={(field) => choose((before) => [...before, field])} />
    </fieldset>
  );
}

function NewField({ onAdd, ...begun }: Begun<Field> & { onAdd: (field: Field) => Promise<boolean> }) {
  const { typed, type, give } = useNewLine(NOTHING_TYPED, begun, (field) => (isFilled(field) ? onAdd(trimmed(field)) : undefined));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.label.trim() !== '') void give(onAdd(trimmed(typed)));
  };
  return (
    <form className="new-line" onSubmit={submit}>
      <input
        dir="auto"
        aria-label={i18n.t('details.fieldLabel')}
        placeholder={i18n.t('details.fieldLabel')}
        maxLength={LINE_LIMIT}
        value={typed.label}
        onChange={({ currentTarget }) => type({ label: currentTarget.value })}
      />
      <input
        dir="auto"
        aria-label={i18n.t('details.fieldValue')}
        placeholder={i18n.t('details.fieldValue')}
        value={typed.value}
        onChange={({ currentTarget }) => type({ value: currentTarget.value })}
      />
      <button type="submit" className="button" disabled={typed.label.trim() === ''}>
        {i18n.t('details.add')}
        <span className="for-screen-readers"> {i18n.t('details.customFields')}</span>
      </button>
    </form>
  );
}

const NOTHING_TYPED: Field = { label: '', value: '' };

/** Whoever leaves a label alone had more to say. */
function isFilled({ label, value }: Field): boolean {
  return label.trim() !== '' && value.trim() !== '';
}

function trimmed({ label, value }: Field): Field {
  return { label: label.trim(), value: value.trim() };
}
