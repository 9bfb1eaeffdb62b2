import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { InlineConfig } from 'vite'
import { ascii } from './ascii.ts'
import { lateModules } from './late-modules.ts'

/** Every process that runs Node, by the name of its bundle. */
const entries = {
  main: 'electron/main/main.ts',
  hub: 'electron/hub/fork.ts',
  utility: 'electron/hub/utility.ts',
  checkpoint: 'electron/hub/store/checkpoint-thread.ts',
  wire: 'electron/hub/ocpp/wire/wire-thread.ts',
  planner: 'electron/hub/planning/planner-thread.ts',
  report: 'electron/hub/report/report-thread.ts',
  door: 'electron/hub/driver-door/thread/door-thread.ts',
  cli: 'electron/cli.ts',
  demo: 'electron/demo/process.ts',
}

/** Speed-ups that `ws` looks for and does without. */
const absent = ['bufferutil', 'utf-8-validate']

/**
 * The main process, the hub, the headless hub and the demo depot, each a bundle of its own with all it
 * imports in it. CommonJS, because importing `electron` or `node:http` as an ES module evaluates every
 * getter on it, and so loads parts of them that nobody asked for before the first line runs.
 */
export function nodeBundles(root: string, target: string): InlineConfig[] {
  return Object.entries(entries)
    .map(([name, file]) => [name, join(root, file)] as const)
    .filter(([, file]) => existsSync(file))
    .map(([name, file]) => nodeBundle(root, target, name, file))
}

function nodeBundle(root: string, target: string, name: string, file: string): InlineConfig {
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    plugins: [lateModules, ascii],
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      outDir: target,
      emptyOutDir: false,
      target: 'node24',
      sourcemap: true,
      rolldownOptions: {
        input: { [name]: file },
        external: ['electron', ...absent],
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          format: 'cjs',
          // All that it loads at once in one file, which is what V8's work on the hub's is kept of.
          codeSplitting: { groups: [{ name: `${name}-start`, tags: ['$initial'] }] },
          // Less to read at every start; names stay, so that a stack trace in a log can be read.
          minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
        },
      },
    },
  }
}
