import { defineSite } from './define-site';
import type { Examples } from './site';

/** People and organisations share the first segment. */
export const huggingface = defineSite({
  id: 'huggingface',
  address: 'https://huggingface.co/*',
  hosts: ['huggingface.co', 'hf.co'],
  handles: '\\w[\\w.-]{0,80}',
  tabs: 'models|datasets|spaces|collections|activity(?:/\\w+)?',
  reserved: ' models datasets spaces buckets papers inference inference-endpoints brand welcome new-space new-dataset tasks terms-of-service metrics hardware ',
});

export const examples: Examples = {
  measured: 'address',
  seen: '2026-05',
  profiles: {
    'https://huggingface.co/ada-example': 'ada-example',
    'https://hf.co/AdaExample': 'adaexample',
    'https://huggingface.co/ada-example/models': 'ada-example',
    'https://huggingface.co/ada-example/datasets': 'ada-example',
    'https://huggingface.co/ada-example/spaces': 'ada-example',
    'https://huggingface.co/ada-example/collections': 'ada-example',
    'https://huggingface.co/ada-example/activity/all': 'ada-example',
    'https://huggingface.co/ada-example/activity/models': 'ada-example',
  },
  notProfiles: [
    'https://huggingface.co/',
    'https://huggingface.co/models',
    'https://huggingface.co/buckets',
    'https://huggingface.co/metrics',
    'https://huggingface.co/hardware',
    'https://huggingface.co/datasets/loom',
    'https://huggingface.co/ada/loom',
    'https://huggingface.co/ada/loom/discussions',
    'https://huggingface.co/papers/datasets',
  ],
};
