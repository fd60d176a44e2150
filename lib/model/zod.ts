import { z } from 'zod';

// Zod probes `new Function` otherwise, which every extension page's CSP reports as a violation.
z.config({ jitless: true });

export { z };
