import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['tests/{unit,sites,db,background,components,page}/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
    restoreMocks: true,
    // Thousands of random cases take their time where other programs run; a test that hangs is still found.
    testTimeout: 300_000,
  },
});
