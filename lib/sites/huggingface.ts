import { defineSite } from './define-site';
import type { Examples } from './site';

/** People and organisations share the first segment. */
/** People and organisations share the first segment. */
export const huggingface = defineSite({
  id: 'huggingface',
  label: 'Hugging Face',
  address: 'https://huggingface.co/*',
  hosts: ['huggingface.co', 'hf.co'],
  handles: '\\w[\\w.-]{0,60}',
  reserved: ' models datasets spaces chat papers inference inference-endpoints brand welcome new-space new-dataset tasks terms-of-service ',
});

export const examples: Examples = {
  measured: 'address',
  seen: '2026-05',
  profiles: { 'https://huggingface.co/ada-example': 'ada-example', 'https://hf.co/AdaExample': 'adaexample' },
  notProfiles: ['https://huggingface.co/', 'https://huggingface.co/models', 'https://huggingface.co/datasets/loom', 'https://huggingface.co/ada/loom'],
};
