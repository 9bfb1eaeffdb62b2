import { defineConfig } from '@playwright/test'

/** End-to-end tests in the real window; one at a time, since each starts the whole console. */
export default defineConfig({
  testDir: '../e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'out/test/playwright',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list'], ['json']],
})
