import { join } from 'node:path'
import type { InlineConfig } from 'vite'

/** A sandboxed preload is one CommonJS file that may require `electron` alone. */
export function preloadBundle(root: string, target: string): InlineConfig {
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: target,
      emptyOutDir: false,
      target: 'chrome148',
      minify: false,
      lib: { entry: join(root, 'electron/preload/preload.ts'), formats: ['cjs'] },
      rolldownOptions: {
        external: ['electron'],
        output: { entryFileNames: 'preload.cjs', codeSplitting: false },
      },
    },
  }
}
