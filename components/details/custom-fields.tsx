import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import type { Contact } from '../../lib/model/contact';
import { LINE_LIMIT } from '../../lib/model/text';
import { Icon } from '../icon';
import { useRemovals } from '../list/use-removals';
import { CommittedText } from './committed-text';

type Fields = Contact['customFields'];
type Props = { fields: Fields; onChange: (fields: Fields) => void };

/** What there is no field for: any label, any text. */
export function CustomFields({ fields, onChange }: Props) {
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
            onCommit={(text) => onChange(fields.map((field, at) => (at === index ? { label, value: text } : field)))}
          />
          <button
            type="button"
            className="icon-button"
            aria-label={i18n.t('details.removeField', [label])}
            title={i18n.t('details.removeField', [label])}
            onClick={() => onChange(fields.filter((_, at) => at !== index))}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
      <NewField onAdd={(field) => onChange([...fields, field])} />
    </fieldset>
  );
}

function NewField({ onAdd }: { onAdd: (field: Fields[number]) => void }) {
  const [label, setLabel] = useState('');
  const [value, setValue] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (label.trim() === '') return;
    onAdd({ label: label.trim(), value: value.trim() });
    setLabel('');
    setValue('');
  };
  return (
    <form className="new-line" onSubmit={add}>
      <input
        dir="auto"
        aria-label={i18n.t('details.fieldLabel')}
        placeholder={i18n.t('details.fieldLabel')}
        maxLength={LINE_LIMIT}
        value={label}
        onChange={({ currentTarget }) => setLabel(currentTarget.value)}
      />
      <input
        dir="auto"
        aria-label={i18n.t('details.fieldValue')}
        placeholder={i18n.t('details.fieldValue')}
        value={value}
        onChange={({ currentTarget }) => setValue(currentTarget.value)}
      />
      <button type="submit" className="button" disabled={label.trim() === ''}>
        {i18n.t('details.add')}
        <span className="for-screen-readers"> {i18n.t('details.customFields')}</span>
      </button>
    </form>
  );
}
