import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder the project was cloned to. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Everything the scripts make; it may be deleted at any time. */
export const out = join(root, 'build', 'out')

/** What set-up fetched and found out, kept from one start to the next. */
export const setupFolder = join(out, 'setup')

/** The built application: main.js, hub.js, utility.js, cli.js, demo.js, preload.cjs and renderer/. */
export const appFolder = join(out, 'app')
