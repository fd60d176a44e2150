/** Goes off when the next reminder is due. */
export const WAKE = 'wake';

/** Goes off when the worker was stopped in the middle of long work: starting it is all that is needed. */
export const GO_ON = 'go on';
