import { i18n } from '#i18n';
import { BENEFITS, type Exchange } from '../../lib/model/interaction';
import { Icon } from '../icon';
import { benefitLabel } from '../labels';
import { useRemovals } from '../list/use-removals';

type Props = { legend: string; exchanges: Exchange[]; onChange: (exchanges: Exchange[]) => void };

/** What was given, or received: each of one kind, in a few words. */
export function ExchangeFields({ legend, exchanges, onChange }: Props) {
  const replace = (index: number, exchange: Exchange) => onChange(exchanges.map((each, at) => (at === index ? exchange : each)));
  const removals = useRemovals(exchanges);
  return (
    <fieldset className="exchanges" {...removals}>
      <legend className="field-label">{legend}</legend>
      {exchanges.map((exchange, index) => (
        // Lines have no identity but their place.
        <div key={index} className="exchange">
          <select
            aria-label={i18n.t('log.benefit', [legend])}
            value={exchange.benefit}
            onChange={({ currentTarget }) => {
              const benefit = BENEFITS.find((each) => each === currentTarget.value);
              if (benefit) replace(index, { ...exchange, benefit });
            }}
          >
            {BENEFITS.map((benefit) => (
              <option key={benefit} value={benefit}>
                {benefitLabel(benefit)}
              </option>
            ))}
          </select>
          <input
            dir="auto"
            aria-label={i18n.t('log.what', [legend])}
            placeholder={i18n.t('log.whatPlaceholder')}
            value={exchange.text}
            onChange={({ currentTarget }) => replace(index, { ...exchange, text: currentTarget.value })}
          />
          <button
            type="button"
            className="icon-button"
            aria-label={i18n.t('log.removeLine', [legend])}
            title={i18n.t('log.removeLine', [legend])}
            onClick={() => onChange(exchanges.filter((_, at) => at !== index))}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
      <button
        type="button"
        className="button link"
        aria-label={i18n.t('log.addLineTo', [legend])}
        onClick={() => onChange([...exchanges, { benefit: 'knowledge', text: '' }])}
      >
        {i18n.t('log.addLine')}
      </button>
    </fieldset>
  );
}
