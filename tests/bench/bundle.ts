import { resolve } from 'node:path';
import { build } from 'vite';

let bundled: Promise<string> | undefined;

/** inside.ts as one classic script. */
export function bundleInside(): Promise<string> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<string> {
  const root = resolve(import.meta.dirname, '../..');
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '#i18n': resolve(root, '.wxt/i18n/index.ts') } },
    define: { 'import.meta.env.FIREFOX': 'false', 'import.meta.env.BROWSER': '"chrome"' },
    build: { write: false, lib: { entry: resolve(import.meta.dirname, 'inside.ts'), formats: ['iife'], name: 'inside', fileName: 'inside' } },
  });
  const [output] = [built].flat();
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('Vite gave no script for what the benchmark runs inside the extension.');
  return chunk.code;
}
