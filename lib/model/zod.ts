import * as z from 'zod/mini';

// Mini, because a schema of Zod itself carries some forty methods, for which every page would pay in size and start.
// Its refusals are shown to people, in words that Mini has to be given.
// Zod probes `new Function` otherwise, which every extension page's CSP reports as a violation.
z.config({ ...z.locales.en(), jitless: true });

export { z };
