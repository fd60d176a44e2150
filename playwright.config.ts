import './tests/e2e/support/real-popups.ts';
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  projects: [
    { name: 'chromium', testMatch: '**/*.spec.ts', testIgnore: '**/*.firefox.spec.ts' },
    { name: 'firefox', testMatch: '**/*.firefox.spec.ts', workers: 1 },
  ],
});
