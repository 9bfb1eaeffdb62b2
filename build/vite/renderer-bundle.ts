import react from '@vitejs/plugin-react'
import { join } from 'node:path'
import type { InlineConfig } from 'vite'

/** The window's page. Nothing is inlined: the content security policy loads from files alone. */
export function rendererBundle(root: string, target: string): InlineConfig {
  return {
    configFile: false,
    root: join(root, 'renderer'),
    base: './',
    logLevel: 'warn',
    cacheDir: join(root, 'build/out/vite'),
    plugins: [react()],
    build: {
      outDir: join(target, 'renderer'),
      emptyOutDir: true,
      target: 'chrome148',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4096,
      rolldownOptions: {
        // All that the window opens with in one file, not in one for each set of screens that share it; and the
        // English words in another, which some screens take for the list of what there are words for.
        output: {
          codeSplitting: {
            groups: [
              { name: 'window', tags: ['$initial'], priority: 1 },
              { name: 'words-en', test: /[/\\]i18n[/\\]en[/\\]/ },
            ],
          },
        },
      },
    },
  }
}
