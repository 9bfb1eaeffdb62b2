import { defineConfig } from '@playwright/test'

/** The virtual displays there are; none where windows open on the machine's own. */
const displays = (process.env['LADDPLAN_DISPLAYS'] ?? '').split(' ').filter((name) => name !== '')

// Read again by each worker: it opens its windows where no other takes the keys or the clipboard from them.
const display = displays[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)]
if (display !== undefined) process.env['DISPLAY'] = display

/** End-to-end tests in the real window; one at a time on each display. */
export default defineConfig({
  testDir: '../e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'out/test/playwright',
  workers: Math.max(1, displays.length),
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list'], ['json']],
})
