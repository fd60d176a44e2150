import { useId } from 'react';
import { i18n } from '#i18n';
import type { Notifying } from '../../lib/model/notifying';

type Delivery = Notifying['delivery'];
const DELIVERIES = ['each', 'digest'] as const satisfies readonly Delivery[];

/** Each follow-up at its time, or all of a day in one notification. */
export function DeliverySetting({ delivery, onChange }: { delivery: Delivery; onChange: (delivery: Delivery) => void }) {
  const id = useId();
  return (
    <fieldset>
      <legend>{i18n.t('settings.delivery')}</legend>
      {DELIVERIES.map((each) => (
        <div key={each} className="switch">
          <input
            id={`${id}-${each}`}
            type="radio"
            name={id}
            checked={delivery === each}
            aria-describedby={`${id}-${each}-hint`}
            onChange={() => onChange(each)}
          />
          <div>
            <label htmlFor={`${id}-${each}`}>{i18n.t(`settings.delivery_${each}`)}</label>
            <p id={`${id}-${each}-hint`} className="hint">
              {i18n.t(`settings.delivery_${each}Hint`)}
            </p>
          </div>
        </div>
      ))}
    </fieldset>
  );
}
