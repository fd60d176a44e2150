/** The source of a name that was read where the user has pointed. */
export const POINTED = 'where you pointed';
