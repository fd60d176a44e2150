import { attempt } from './attempt';

/**
 * One segment of an address as part of a handle: decoded exactly once, NFC. Undefined where it hides another segment or another
 * layer of encoding, which no site does and every forger tries: a remaining `%`, a slash, `..`.
 */
export function handlePart(segment: string): string | undefined {
  const decoded = attempt(() => decodeURIComponent(segment))?.normalize('NFC');
  return decoded && !/[%/\\]|\.\./.test(decoded) ? decoded : undefined;
}
