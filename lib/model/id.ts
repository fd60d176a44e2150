import { z } from './zod';

/** A record's identity: a UUIDv7 made on the device, so that ids sort by creation and two devices never collide. */
export const Id = z.uuid();
export type Id = z.infer<typeof Id>;
