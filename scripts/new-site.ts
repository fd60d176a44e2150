import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * `npm run new:site <id> <address> [label]`: writes a record for a site, lists it, and gives it a page of an invented person. The
 * address is somebody's, with `*` for their handle; a bare origin stands for people in the first segment of the path.
 */

const USAGE = "npm run new:site <id> <address> [label]    for example: npm run new:site loom 'https://loom.example/people/*' Loom";

process.chdir(resolve(import.meta.dirname, '..'));
try {
  process.stdout.write(scaffold(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
  process.exitCode = 1;
}

function scaffold([id = '', place = '', label = id]: string[]): string {
  const address = place.includes('*') ? place : `${place.replace(/\/+$/, '')}/*`;
  const record = `lib/sites/${id}.ts`;
  if (!/^[a-z][a-z\d]*$/.test(id)) throw new Error(`"${id}" cannot prefix a key: small letters and digits, a letter first.`);
  if (!/^https:\/\/[a-z\d.-]+\/[^*]*\*$/.test(address)) throw new Error(`"${address}" is no address that ends in a handle.`);
  if (existsSync(record)) throw new Error(`There is ${record} already.`);

  const [listed, called, pages] = [
    edited('lib/sites/all.ts', (text) => inList(inImports(text, id), id)),
    edited('lib/sites/listings.ts', (text) => text.replace('\n};\n', `\n  ${id}: { label: '${label}' },\n};\n`)),
    edited('tests/pages/source/small-pages.ts', withPage(id, address)),
  ];
  writeFileSync(record, recordOf(id, address));
  listed();
  called();
  pages();
  return `${record} is written, listed in lib/sites/all.ts, called as you say in lib/sites/listings.ts, and has a page in tests/pages/source/small-pages.ts. Next:
  1. Put real addresses into its examples, of people and of other pages; where people share the first segment with the site's own
     pages, list those under \`reserved\`.
  2. Say in \`measured\` and \`seen\` what the record rests on. If you have a page, tell \`name\`, the selector of the name;
     what else can be read from it is a \`Reading\`, listed in lib/sites/readings.ts.
  3. node tests/pages/write.ts && node scripts/sites-table.ts && npx vitest run tests/sites
`;
}

function recordOf(id: string, address: string): string {
  const origin = new URL(address).origin;
  return `import { defineSite } from './define-site';
import type { Examples } from './site';

export const ${id} = defineSite({
  id: '${id}',
  address: '${address}',${sharesFirstSegment(address) ? "\n  reserved: ' '," : ''}
});

export const examples: Examples = {
  measured: 'address',
  seen: '${new Date().toISOString().slice(0, 7)}',
  profiles: { '${address.replace('*', 'ada-example')}': 'ada-example', '${address.replace('*', 'Ada_Example')}': 'ada_example' },
  notProfiles: ['${origin}/', '${origin}/about', '${address.replace('*', 'ada-example/something/else')}'],
};
`;
}

function sharesFirstSegment(address: string): boolean {
  return new URL(address).pathname === '/*';
}

function inImports(text: string, id: string): string {
  return text.replace(/(?:^import .*\n)+/m, (imports) =>
    [...imports.trimEnd().split('\n'), `import { ${id} } from './${id}';`]
      .toSorted((one, other) => comparePaths(one, other))
      .join('\n')
      .concat('\n'),
  );
}

function comparePaths(one: string, other: string): number {
  const path = (line: string) => /from '([^']+)'/.exec(line)?.[1] ?? '';
  return path(one) < path(other) ? -1 : 1;
}

function inList(text: string, id: string): string {
  return text.replace(/\n\];\n$/, `\n  ${id},\n];\n`);
}

function withPage(id: string, address: string): (text: string) => string {
  return (text) => text.replace(/\n\];\n$/, `\n  unmeasured('${address.replace('*', 'tidenoor')}', '${id}-noor.html', 'tidenoor'),\n];\n`);
}

/** What writes the changed file, once it is known that there is a place for the change. */
function edited(file: string, change: (text: string) => string): () => void {
  const text = readFileSync(file, 'utf8');
  const changed = change(text);
  if (changed === text) throw new Error(`${file} has no place for another site.`);
  return () => writeFileSync(file, changed);
}
