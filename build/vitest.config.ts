import { defineConfig } from 'vitest/config'
import { SlowestFirst } from './slowest-first.ts'

/** Tests that open neither sockets nor databases. */
const unit =
  '{shared,renderer,build,electron/main,electron/preload,electron/folder,electron/launch}/**/*.test.{ts,tsx}'

/** The hub over real sockets and a real database file, the demo depot, and what e2e/ checks without a window. */
const hub = '{electron/hub,electron/demo,e2e}/**/*.test.ts'

const shared = {
  pool: 'forks',
  testTimeout: 20_000,
  hookTimeout: 20_000,
  // Loading the same modules anew for each file took as long as many a test; a test leaves nothing behind.
  isolate: false,
} as const

/** Run on Electron's own Node, the runtime that ships. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  cacheDir: 'build/out/vite',
  test: {
    maxWorkers: 2,
    sequence: { sequencer: SlowestFirst },
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: [unit],
          exclude: ['**/build/out/**'],
        },
      },
      { test: { ...shared, name: 'hub', include: [hub] } },
    ],
  },
})
