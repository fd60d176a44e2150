import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import { ensureChromium, ensureFirefox } from './browsers.ts';

/**
 * `npm test`: everything that must hold, in one run. A step that fails does not keep the independent ones after it from running.
 * The last line counts what passed and failed: each test of the two runners, and every other step as one.
 */

process.chdir(resolve(import.meta.dirname, '..'));
const reports = mkdtempSync(join(tmpdir(), 'kith-test-'));

/** What a step came to, with the titles of the tests that failed in it. */
type Count = { passed: number; failed: number; skipped: number; failures?: readonly string[] };

// The parts of the two runners' reports that are read; first, so that the steps below find them.
const UnitReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })) })),
});
const Story = z.object({
  title: z.string(),
  ok: z.boolean(),
  tests: z.array(
    z.object({
      results: z.array(
        z.object({
          error: z.object({ message: z.string() }).optional(),
          attachments: z.array(z.object({ contentType: z.string(), body: z.string().optional() })),
        }),
      ),
    }),
  ),
});
const Stories = z.object({
  title: z.string(),
  specs: z.array(Story),
  get suites() {
    return z.array(Stories).optional();
  },
});
type Stories = z.infer<typeof Stories>;
const StoriesReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  suites: z.array(Stories),
});

const counts: [step: string, count: Count][] = [];

step('Format', () => one(run('format:check')));
step('Lint', () => one(run('lint')));
step('Types', () => one(run('typecheck')));
step('Unit tests', unitTests);
const built = [step('Build for Chromium', () => one(run('build'))), step('Build for Firefox', () => one(run('build:firefox')))];
const browsers = step('Browsers', () => {
  process.stdout.write(`${ensureChromium()}\n${ensureFirefox()}\n`);
  return one(true);
});
if ([...built, browsers].every(succeeded)) step('Whole stories', wholeStories);
else counts.push(['Whole stories (not run: no build or no browser)', one(false)]);
// The README's first command, as it is on a machine without a display.
step('Tour', () => one(run('start', '--tour')));
step('Benchmark, short', () => one(run('bench', '--short')));

rmSync(reports, { recursive: true });
const total = sum(counts.map(([, count]) => count));
for (const [name, count] of counts) {
  process.stdout.write(`${succeeded(count) ? 'ok    ' : 'FAILED'} ${name}: ${inWords(count)}\n`);
  // Said once more at the end, where a log that is cut still has it.
  for (const failure of count.failures ?? []) process.stdout.write(`       ${failure}\n`);
}
process.stdout.write(`${inWords(total)}\n`);
process.exitCode = succeeded(total) ? 0 : 1;

function unitTests(): Count {
  const report = join(reports, 'unit.json');
  const ran = run('test:unit', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`);
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = UnitReport.parse(JSON.parse(readFileSync(report, 'utf8')));
  const failures = testResults.flatMap(({ assertionResults }) => assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName));
  return counted(ran, { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests, failures });
}

function wholeStories(): Count {
  const report = join(reports, 'stories.json');
  process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = report;
  const ran = run('test:e2e', '--reporter=list,json');
  const { stats, suites } = StoriesReport.parse(JSON.parse(readFileSync(report, 'utf8')));
  const { expected, unexpected, flaky, skipped } = stats;
  return counted(ran, { passed: expected, failed: unexpected + flaky, skipped, failures: suites.flatMap((suite) => failedStories(suite)) });
}

/** Each with the file it is in and how it failed, on a line, and what Kith showed then. */
function failedStories({ title, specs, suites }: Stories): string[] {
  const own = specs.filter(({ ok }) => !ok);
  return [
    ...own.map((story) => {
      const results = story.tests.flatMap((told) => told.results);
      const [error] = results.flatMap((result) => result.error ?? []);
      const shown = results.flatMap(({ attachments }) => attachments).flatMap(({ contentType, body }) => (contentType === 'text/plain' && body ? [body] : []));
      const how = stripVTControlCharacters(error?.message ?? '').replace(/\s+/g, ' ');
      return [`${title}: ${story.title}: ${how.slice(0, 600)}`, ...shown.map((body) => Buffer.from(body, 'base64').toString().slice(0, 2000))].join('\n');
    }),
    ...(suites ?? []).flatMap((suite) => failedStories(suite)),
  ];
}

function step(name: string, carryOut: () => Count): Count {
  process.stdout.write(`\n── ${name}\n`);
  const start = performance.now();
  const count = attempted(carryOut);
  counts.push([`${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`, count]);
  return count;
}

function attempted(carryOut: () => Count): Count {
  try {
    return carryOut();
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return one(false);
  }
}

/** Runs one of package.json's scripts, its output going where ours goes; whether it succeeded. */
function run(script: string, ...words: string[]): boolean {
  return (
    spawnSync('npm', ['run', '--silent', script, '--', ...words], { stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' }).status === 0
  );
}

/** A test runner's count; if it failed without a failing test, or without a test at all, that is one failure. */
function counted(ran: boolean, count: Count): Count {
  return count.failed === 0 && (!ran || count.passed === 0) ? { ...count, failed: 1 } : count;
}

function one(success: boolean): Count {
  return { passed: success ? 1 : 0, failed: success ? 0 : 1, skipped: 0 };
}

function succeeded({ failed }: Count): boolean {
  return failed === 0;
}

function sum(all: readonly Count[]): Count {
  return all.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }), {
    passed: 0,
    failed: 0,
    skipped: 0,
  });
}

function inWords({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
