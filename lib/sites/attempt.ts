/** What `read` returns, or undefined where it throws: pages are other people's programs, and one surprise must not cost the rest. */
export function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
