import { join } from 'node:path'
import type { InlineConfig } from 'vite'
import { precompressed } from './precompressed.ts'

/** All script of the driver's page together, compressed, is smaller than this, bytes. */
const SCRIPT_BUDGET = 100 * 1024

/**
 * The driver's web page, as the hub serves it: one script and one style sheet under names that change with what is in
 * them. Nothing is inlined, for its content security policy loads from files alone.
 */
export function driverBundle(root: string, target: string): InlineConfig {
  return {
    configFile: false,
    root: join(root, 'renderer/driver'),
    base: '/',
    logLevel: 'warn',
    cacheDir: join(root, 'build/out/vite/driver'),
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [precompressed({ scriptBudget: SCRIPT_BUDGET })],
    build: {
      outDir: join(target, 'driver'),
      emptyOutDir: true,
      // Phones of the last four years.
      target: ['chrome100', 'firefox100', 'safari15.4'],
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  }
}
