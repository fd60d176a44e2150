/** Lets work go on by itself. What fails here is done again at the next wake-up or visit, so it is only reported. */
export function run(work: Promise<unknown>): void {
  work.catch((failure: unknown) => console.error('Kith:', failure));
}
