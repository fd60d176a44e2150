import { resolve } from 'node:path';
import { build as viteBuild } from 'vite';

const bundled = new Map<string, Promise<string>>();

/** A module of this folder, with all that it imports, as one classic script. */
export function bundle(name: 'inside' | 'seeding'): Promise<string> {
  const script = bundled.get(name) ?? build(name);
  bundled.set(name, script);
  return script;
}

async function build(name: string): Promise<string> {
  const root = resolve(import.meta.dirname, '../..');
  const built = await viteBuild({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '#i18n': resolve(root, '.wxt/i18n/index.ts') } },
    define: { 'import.meta.env.FIREFOX': 'false', 'import.meta.env.BROWSER': '"chrome"' },
    build: { write: false, lib: { entry: resolve(import.meta.dirname, `${name}.ts`), formats: ['iife'], name, fileName: name } },
  });
  const [output] = [built].flat();
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error(`Vite gave no script for ${name}.ts.`);
  return chunk.code;
}
