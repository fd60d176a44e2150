// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { ExchangeFields } from '../../components/contact-log/exchange-fields';
import type { Exchange } from '../../lib/model/interaction';
import { show } from './support/screen';

function Given() {
  const [exchanges, setExchanges] = useState<Exchange[]>([
    { benefit: 'knowledge', text: 'How lamps are trimmed' },
    { benefit: 'knowledge', text: 'Where the oil is' },
  ]);
  return <ExchangeFields legend="What you gave" exchanges={exchanges} onChange={setExchanges} />;
}

test('a line taken away leaves the keyboard to another line, and the last one to adding one', async () => {
  show(<Given />);
  const removals = () => screen.queryAllByRole('button', { name: 'Remove: What you gave' });
  const [, second] = removals();
  if (second) await userEvent.click(second);
  expect(document.activeElement).toBe(removals()[0]);
  await userEvent.keyboard('{Enter}');
  expect(removals()).toEqual([]);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add: What you gave' }));
});
