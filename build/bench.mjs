/** `npm run bench -- NAME... [--json] [--strict]`: runs benchmarks on the runtime that ships. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowser } from './setup/browser.mjs'
import { openDisplay } from './setup/display.mjs'
import { root } from './setup/paths.mjs'
import { childEnvironment, prepare } from './setup/prepare.mjs'
import { exitOnSignals, show } from './setup/run.mjs'
import { runScript, say } from './setup/say.mjs'

const folder = join(root, 'e2e', 'bench')

/** These open windows. */
const windowed = new Set(['start', 'timeline'])

/** These look with a browser of their own. */
const browsed = new Set(['driver'])

await runScript(async () => {
  const args = process.argv.slice(2)
  const flags = args.filter((arg) => arg.startsWith('--'))
  const names = args.filter((arg) => !arg.startsWith('--'))
  const wrong = flags.find((flag) => flag !== '--json' && flag !== '--strict')
  const missing = names.find((name) => !/^[a-z-]+$/.test(name) || !existsSync(scriptOf(name)))
  if (wrong !== undefined || missing !== undefined || names.length === 0) {
    say(`There is no ${wrong ?? missing ?? 'benchmark without a name'}.`)
    say(
      `npm run bench -- NAME... [--json] [--strict], where NAME is one of: ${benchNames().join(', ')}`,
    )
    return 2
  }
  exitOnSignals()
  const needsWindow = names.some((name) => windowed.has(name))
  const electron = await prepare({ window: needsWindow, build: true })
  const display = needsWindow ? await openDisplay() : null
  const browser = names.some((name) => browsed.has(name)) ? await ensureBrowser() : null
  const env = {
    ...childEnvironment(electron, display?.name ?? null),
    ELECTRON_RUN_AS_NODE: '1',
    NODE_NO_WARNINGS: '1',
    ...(browser === null ? {} : { BROWSER_BIN: browser }),
  }
  try {
    let worst = 0
    for (const name of names)
      worst = Math.max(worst, await show(electron.executable, [scriptOf(name), ...flags], { env }))
    return worst
  } finally {
    await display?.close()
  }
})

/** @param {string} name */
function scriptOf(name) {
  return join(folder, `${name}.ts`)
}

function benchNames() {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => /^[a-z-]+\.ts$/.test(file))
    .map((file) => file.slice(0, -'.ts'.length))
}
