import { github } from './github';
import { linkedin } from './linkedin';
import type { Site } from './site';

/** Every site Kith knows. */
export const ALL_SITES: readonly Site[] = [linkedin, github];
