import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Serves the harness for a look at the screens in a browser. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  cacheDir: new URL('../../build/out/harness', import.meta.url).pathname,
  plugins: [react()],
  server: { port: 0, open: '/testing/harness.html' },
})
