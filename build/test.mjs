/**
 * `npm test`: sets the machine up, then runs everything. `npm test -- PART [FILTER]` runs a part:
 * check, unit, hub or e2e, and of it what FILTER names.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { runChecks } from './checks.mjs'
import { ensureBrowser } from './setup/browser.mjs'
import { openDisplays } from './setup/display.mjs'
import { out, root } from './setup/paths.mjs'
import { childEnvironment, nodeEnvironment, prepare } from './setup/prepare.mjs'
import { exitOnSignals, show } from './setup/run.mjs'
import { runScript, say } from './setup/say.mjs'
import { sum, tallyOf, tallyPlaywright, tallyVitest } from './tally.mjs'

const parts = ['check', 'unit', 'hub', 'e2e']
const reports = join(out, 'test')

/** So many windows are tested at once at most; each has about one core's work. */
const MOST_WINDOWS = 4

await runScript(async () => {
  const [part, ...filters] = process.argv.slice(2)
  if (part !== undefined && !parts.includes(part)) {
    say(`There is no part ${part}; npm test -- takes one of: ${parts.join(', ')}.`)
    return 2
  }
  exitOnSignals()
  const wants = (/** @type {string} */ name) => part === undefined || part === name
  const electron = await prepare({ window: wants('e2e'), build: wants('e2e') })
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  process.env['TMPDIR'] = folderForLeftovers()
  // A log is read as text; vitest would colour it on build servers.
  if (!process.stdout.isTTY) process.env['NO_COLOR'] = '1'

  const tallies = []
  if (wants('check')) tallies.push({ passed: 0, failed: await runChecks() })
  if (wants('unit') || wants('hub')) tallies.push(await vitest(electron, part, filters))
  if (wants('e2e')) tallies.push(await playwright(electron, filters))

  const { passed, failed } = sum(tallies)
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  return failed === 0 ? 0 : 1
})

/** Where tests leave what they made; it goes when they end. Other accounts' processes write there too. */
function folderForLeftovers() {
  const folder = mkdtempSync(join(tmpdir(), 'laddplan-test-'))
  chmodSync(folder, 0o1777)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/**
 * @param {import('./setup/electron.mjs').ElectronBinary} electron
 * @param {string | undefined} project
 * @param {string[]} filters
 */
async function vitest(electron, project, filters) {
  const report = join(reports, 'vitest.json')
  const script = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const code = await show(
    electron.executable,
    [
      script,
      'run',
      '--config=build/vitest.config.ts',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...(project === undefined ? [] : [`--project=${project}`]),
      ...filters,
    ],
    // Hubs that tests start as processes of their own, again and again, are compiled once.
    { env: nodeEnvironment(electron, { NODE_COMPILE_CACHE: join(out, 'compiled') }) },
  )
  return failedIf(code, tallyOf(report, tallyVitest))
}

/**
 * @param {import('./setup/electron.mjs').ElectronBinary} electron
 * @param {string[]} filters
 */
async function playwright(electron, filters) {
  const report = join(reports, 'playwright.json')
  const browser = await ensureBrowser()
  const displays = await openDisplays(Math.min(availableParallelism(), MOST_WINDOWS))
  try {
    const script = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
    const code = await show(
      electron.executable,
      [script, 'test', '--config=build/playwright.config.ts', ...filters],
      {
        env: {
          ...childEnvironment(electron, displays.names[0]),
          LADDPLAN_DISPLAYS: displays.names.join(' '),
          ELECTRON_RUN_AS_NODE: '1',
          NODE_NO_WARNINGS: '1',
          PLAYWRIGHT_JSON_OUTPUT_FILE: report,
          ...(browser === null ? {} : { BROWSER_BIN: browser }),
        },
      },
    )
    return failedIf(code, tallyOf(report, tallyPlaywright))
  } finally {
    await displays.close()
  }
}

/**
 * A runner that failed for a reason that no test shows has still failed.
 * @param {number} code
 * @param {import('./tally.mjs').Tally} tally
 */
function failedIf(code, { passed, failed }) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
}
