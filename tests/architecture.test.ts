import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, normalize, relative, resolve } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';

/**
 * Who may import whom. A rule covers a file or a folder with all that is in it; the longest that fits counts. What a rule does not
 * list is forbidden. A folder stands for every file below it, a package for every entry of it.
 */
type Rule = {
  of: string;
  may: readonly string[];
  /** Allowed only as types, which are gone when the program runs. */
  mayAsTypes?: readonly string[];
  because: string;
};

const SCREEN_PACKAGES = ['react', '#i18n'];
const EXTENSION_PAGE = {
  may: [
    'components',
    'entrypoints/person',
    'lib/model',
    'lib/db/database.ts',
    'lib/db/queries',
    'lib/messaging/client.ts',
    'lib/messaging/protocol.ts',
    'lib/reminders',
    'lib/sites',
    'lib/search',
    'lib/insights',
    'lib/identity',
    'lib/formats',
    'react',
    'react-dom',
    'uuid',
    'wxt',
    '#i18n',
  ],
  because: 'Extension pages read by query and write by message: only the background changes records.',
};

const PAGE = {
  may: ['lib/sites', 'lib/model/text.ts', 'lib/model/key-filter.ts', 'lib/model/pointed.ts', 'lib/messaging/client.ts', 'wxt'],
  mayAsTypes: ['lib/model', 'lib/messaging/protocol.ts'],
  because: 'It runs inside other people’s pages: a database opened there would be the page’s own, and what it carries is loaded with every profile.',
};

const RULES: readonly Rule[] = [
  { of: 'lib/model/zod.ts', may: ['zod/mini'], because: 'This is the one door to Zod, where it is told not to evaluate code.' },
  { of: 'lib/model/text.ts', may: [], because: 'The page script uses it, so it must carry nothing along.' },
  { of: 'lib/model/key-filter.ts', may: [], because: 'The page script uses it, so it must carry nothing along.' },
  { of: 'lib/model/pointed.ts', may: [], because: 'The page script uses it, so it must carry nothing along.' },
  { of: 'lib/model', may: ['lib/model'], because: 'The nouns are true whatever the browser, the site and the database.' },
  {
    of: 'lib/sites',
    may: ['lib/sites', 'lib/model/text.ts'],
    mayAsTypes: ['lib/model'],
    because: 'Sites run inside pages, where every kilobyte is the page’s: of the model they take text and types.',
  },
  {
    of: 'lib/reminders',
    may: ['lib/reminders', 'lib/model', 'chrono-node', 'rrule-temporal'],
    because: 'Planning is arithmetic on the nouns; siblings know nothing of each other.',
  },
  { of: 'lib/search', may: ['lib/search', 'lib/model'], because: 'Siblings know nothing of each other.' },
  { of: 'lib/insights', may: ['lib/insights', 'lib/model'], because: 'Siblings know nothing of each other.' },
  { of: 'lib/identity', may: ['lib/identity', 'lib/model'], because: 'Siblings know nothing of each other.' },
  {
    of: 'lib/formats',
    may: ['lib/formats', 'lib/model', 'mdast-util-from-markdown', 'mdast-util-to-string'],
    mayAsTypes: ['mdast'],
    because: 'A format knows the nouns and its own grammar; siblings know nothing of each other.',
  },
  { of: 'lib/db/migrations.ts', may: [], because: 'What a migration does to old data must not change when something else changes.' },
  { of: 'lib/db/database.ts', may: ['lib/db', 'lib/model', 'lib/search', 'dexie'], because: 'This is the one door to Dexie.' },
  {
    of: 'lib/db',
    may: ['lib/db', 'lib/model', 'lib/search'],
    mayAsTypes: ['dexie'],
    because: 'The database knows the nouns and, to keep its index, the words in them; it knows no site, no message and no browser.',
  },
  { of: 'lib/messaging', may: ['lib/messaging', 'lib/model'], because: 'Messages carry the nouns; what is done about them is not their business.' },
  {
    of: 'lib/messaging/client.ts',
    may: [],
    mayAsTypes: ['lib/messaging/protocol.ts'],
    because: 'The page script asks through it, so it must not carry Zod along.',
  },
  {
    of: 'components',
    may: ['components', 'lib/model', ...SCREEN_PACKAGES, 'react-markdown'],
    mayAsTypes: ['hast'],
    because: 'A component gets props and calls back: it renders with no extension, no database and no site around it.',
  },
  {
    of: 'entrypoints/background',
    may: ['entrypoints/background', 'lib', 'uuid', 'wxt', '#i18n'],
    because: 'The background has no window: it draws nothing.',
  },
  { of: 'entrypoints/page', ...PAGE, may: ['entrypoints/page', ...PAGE.may] },
  { of: 'entrypoints/read-page', ...PAGE },
  { of: 'entrypoints/people-linked', ...PAGE },
  { of: 'entrypoints/point-at-name', ...PAGE, may: ['entrypoints/point-at-name', ...PAGE.may, '@medv/finder'] },
  { of: 'entrypoints/person', ...EXTENSION_PAGE },
  { of: 'entrypoints/sidepanel', ...EXTENSION_PAGE, may: ['entrypoints/sidepanel', ...EXTENSION_PAGE.may] },
  { of: 'entrypoints/popup', ...EXTENSION_PAGE, may: ['entrypoints/popup', ...EXTENSION_PAGE.may] },
  {
    of: 'entrypoints/popup-ahead',
    may: ['lib/model/session-names.ts', 'wxt'],
    because: 'It is there before the popup, because it is so small.',
  },
  { of: 'entrypoints/dashboard', ...EXTENSION_PAGE, may: ['entrypoints/dashboard', ...EXTENSION_PAGE.may] },
];

/** Names that say nothing of what is inside. */
const EMPTY_NAMES = ['utils', 'helpers', 'services', 'types', 'constants', 'hooks', 'common'];

/** Packages by which the linter's rules are compared with ours. */
const PACKAGES_OF_INTEREST = ['zod', 'zod/mini', 'dexie', 'react', 'wxt/browser', 'uuid', '#i18n'];

const SOURCES = globSync(['lib/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'entrypoints/**/*.{ts,tsx}']).map(posix).toSorted();

describe('the source', () => {
  test('is there to be looked at', () => {
    expect(SOURCES).toContain('lib/model/contact.ts');
    expect(SOURCES).toContain('entrypoints/background/index.ts');
  });

  test('imports only what the rules allow', () => {
    expect(SOURCES.flatMap(trespasses)).toEqual([]);
  });

  test('has a rule for every file', () => {
    expect(SOURCES.filter((file) => !ruleFor(file))).toEqual([]);
  });

  test('has no folder whose name says nothing', () => {
    expect(
      SOURCES.filter((file) =>
        dirname(file)
          .split('/')
          .some((name) => EMPTY_NAMES.includes(name)),
      ),
    ).toEqual([]);
  });

  test('has no file that only passes on what others export', () => {
    expect(SOURCES.filter(isBarrel)).toEqual([]);
  });
});

describe('the page script', () => {
  test('carries no package but WXT’s thin entries, through whatever it imports', () => {
    expect([...packagesCarriedBy('entrypoints/page/index.ts')].toSorted()).toEqual(['wxt/browser', 'wxt/utils/define-unlisted-script']);
  });
});

describe('the linter', () => {
  // So that a wrong import is underlined while it is typed, .oxlintrc.json says the same in its own words.
  const zones = RULES.filter(({ of }) => !of.endsWith('.ts'));
  const targets = [...RULES.map(({ of }) => (of.endsWith('.ts') ? of : `${of}/some-file.ts`)), ...PACKAGES_OF_INTEREST];
  const imports = zones.flatMap((zone) => targets.filter((target) => !isUnder(target, zone.of)).map((target) => ({ zone, target })));

  test('forbids what the rules forbid, and nothing else', () => {
    const judged = linterVerdicts(imports.map(({ zone, target }) => [zone.of, target]));
    const disagreements = imports.flatMap(({ zone, target }, index) => {
      const ours = verdict(zone, target);
      return judged[index] === ours ? [] : [`${target} imported in ${zone.of}: ${ours} by the rules, ${judged[index]} by the linter`];
    });
    expect(disagreements).toEqual([]);
  });
});

type Import = { to: string; asType: boolean };
type Verdict = 'allowed' | 'types only' | 'forbidden';

/** What `file` imports although no rule allows it, each as a sentence. */
function trespasses(file: string): string[] {
  const rule = ruleFor(file);
  if (!rule) return [];
  return importsOf(file)
    .filter(({ to, asType }) => !isAllowed(verdict(rule, to), asType) && !(to.endsWith('.css') && dirname(to).startsWith(rule.of)))
    .map(
      ({ to, asType }) =>
        `${file} imports ${asType ? 'types of ' : ''}${to}. ${rule.because} (${rule.of} may import ${[...rule.may, ...(rule.mayAsTypes ?? []).map((type) => `types of ${type}`)].join(', ') || 'nothing'}.)`,
    );
}

function verdict(rule: Rule, target: string): Verdict {
  if (rule.may.some((allowed) => isUnder(target, allowed))) return 'allowed';
  return rule.mayAsTypes?.some((allowed) => isUnder(target, allowed)) ? 'types only' : 'forbidden';
}

function isAllowed(given: Verdict, asType: boolean): boolean {
  return given === 'allowed' || (given === 'types only' && asType);
}

function ruleFor(file: string): Rule | undefined {
  return RULES.filter(({ of }) => isUnder(file, of)).toSorted((a, b) => b.of.length - a.of.length)[0];
}

function isUnder(target: string, folder: string): boolean {
  return target === folder || target.startsWith(`${folder}/`);
}

/** Everything `file` imports or passes on: files by their path from the root, packages by their name. */
function importsOf(file: string): Import[] {
  const { module } = parseSync(file, readFileSync(file, 'utf8'));
  const dynamic = module.dynamicImports.map(({ moduleRequest }) => ({
    specifier: readFileSync(file, 'utf8').slice(moduleRequest.start + 1, moduleRequest.end - 1),
    asType: false,
  }));
  const fixed = module.staticImports.map(({ moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    asType: entries.length > 0 && entries.every(({ isType }) => isType),
  }));
  const passedOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) => (moduleRequest ? [{ specifier: moduleRequest.value, asType: isType }] : [])),
  );
  return [...fixed, ...passedOn, ...dynamic].map(({ specifier, asType }) => ({ to: resolved(specifier, file), asType }));
}

function resolved(specifier: string, from: string): string {
  if (!specifier.startsWith('.')) return specifier;
  const path = posix(normalize(join(dirname(from), specifier.replace(/\?.*$/, ''))));
  return [path, `${path}.ts`, `${path}.tsx`].find((candidate) => /\.\w+$/.test(candidate) && existsSync(candidate)) ?? path;
}

function packagesCarriedBy(entry: string): Set<string> {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { to, asType } of importsOf(file)) {
      if (asType) continue;
      if (SOURCES.includes(to)) visit(to);
      else packages.add(to);
    }
  };
  visit(entry);
  return packages;
}

function isBarrel(file: string): boolean {
  if (basename(file).startsWith('index.') && !/^entrypoints\/[^/]+\/index\.tsx?$/.test(file)) return true;
  const { program } = parseSync(file, readFileSync(file, 'utf8'));
  return (
    program.body.length > 0 &&
    program.body.every((statement) => statement.type === 'ExportAllDeclaration' || (statement.type === 'ExportNamedDeclaration' && statement.source))
  );
}

/** What the linter makes of each import of `target` in a file of `folder`: it is run on files that have one as value and one as type. */
function linterVerdicts(imports: readonly (readonly [folder: string, target: string])[]): Verdict[] {
  const root = mkdtempSync(join(tmpdir(), 'kith-lint-'));
  try {
    cpSync('.oxlintrc.json', join(root, '.oxlintrc.json'));
    const files = imports.map(([folder, target], index) => {
      const value = `${folder}/new-${index}.ts`;
      const type = `${folder}/new-${index}-type.ts`;
      mkdirSync(join(root, folder), { recursive: true });
      writeFileSync(join(root, value), `import { it } from '${writtenIn(value, target)}';\nexport const that = it;\n`);
      writeFileSync(join(root, type), `import type { It } from '${writtenIn(type, target)}';\nexport type That = It;\n`);
      return { value, type };
    });
    const { stdout } = spawnSync(resolve('node_modules/.bin/oxlint'), ['-f', 'json', '.'], { cwd: root, encoding: 'utf8', maxBuffer: 1e8 });
    const findings: { code: string; filename: string }[] = JSON.parse(stdout).diagnostics;
    const refused = new Set(findings.filter(({ code }) => code === 'eslint(no-restricted-imports)').map(({ filename }) => posix(filename)));
    return files.map(({ value, type }) => (refused.has(type) ? 'forbidden' : refused.has(value) ? 'types only' : 'allowed'));
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** How `file` would write an import of `target`. */
function writtenIn(file: string, target: string): string {
  if (PACKAGES_OF_INTEREST.includes(target)) return target;
  const path = posix(relative(dirname(file), target)).replace(/\.ts$/, '');
  return path.startsWith('.') ? path : `./${path}`;
}

function posix(path: string): string {
  return path.replaceAll('\\', '/');
}
