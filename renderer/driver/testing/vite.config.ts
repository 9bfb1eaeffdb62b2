import { defineConfig } from 'vite'
import { standIn } from './stand-in.ts'

const root = new URL('..', import.meta.url).pathname
const built = new URL('../../../build/out/app/driver', import.meta.url).pathname

/** The driver's page on a stand-in hub, for a look at each of its states. `vite preview` shows the built one. */
export default defineConfig({
  root,
  cacheDir: new URL('../../../build/out/vite/driver', import.meta.url).pathname,
  plugins: [standIn(built)],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { outDir: built },
  server: { open: '/charge' },
})
