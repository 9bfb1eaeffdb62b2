import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { InlineConfig } from 'vite'

/** Every process that runs Node, by the name of its bundle. */
const entries = {
  main: 'electron/main/main.ts',
  hub: 'electron/hub/utility.ts',
  cli: 'electron/cli.ts',
  demo: 'electron/demo/process.ts',
}

/** Speed-ups that `ws` looks for and does without. */
const absent = ['bufferutil', 'utf-8-validate']

/** The main process, the hub, the headless hub and the demo depot, with all they import in them. */
export function nodeBundles(root: string, target: string): InlineConfig {
  const input = Object.fromEntries(
    Object.entries(entries)
      .map(([name, file]) => [name, join(root, file)] as const)
      .filter(([, file]) => existsSync(file)),
  )
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      outDir: target,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input,
        external: ['electron', ...absent],
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          format: 'es',
        },
      },
    },
  }
}
