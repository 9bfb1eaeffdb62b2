import { defineConfig } from 'vitest/config'

/** Unit and hub tests: pure rules in shared/, the hub over real sockets and a real database file. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  cacheDir: 'build/out/vite',
  test: {
    include: ['{shared,electron,renderer,build,e2e}/**/*.test.{ts,tsx}'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
  },
})
