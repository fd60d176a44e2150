/** The expected ways in which a command cannot be carried out. */
export const REFUSAL_CODES = [
  'contactMissing',
  'noteMissing',
  'interactionMissing',
  'reminderMissing',
  'changeMissing',
  'entryMissing',
  'workMissing',
  'importIncomplete',
  'noteEmpty',
  'profileTaken',
  'profileMissing',
  'changedSince',
  'storageFull',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Thrown inside a command to abort its transaction whole; caught once, where the answer is made. */
export class Refused extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode) {
    super(code);
    this.name = 'Refused';
    this.code = code;
  }
}
