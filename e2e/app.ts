import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test'

/** The ready line, parsed: where the console serves. */
export interface ReadyLine {
  readonly ready: true
  readonly ocpp: string
  readonly api: string
  readonly tokenFile: string
  readonly dataDir: string
}

export interface StartOptions {
  /** More flags, as after `npm start --`. */
  readonly args?: readonly string[]
  /** Where the data lies; a fresh folder when not given. */
  readonly dataDir?: string
  /** More environment variables. */
  readonly env?: Readonly<Record<string, string>>
  /** What to start instead of Electron itself, and the built app if it lies elsewhere. */
  readonly executable?: string
  readonly folder?: string
  /** Whether Chromium's sandbox is to be on; by default unless root runs the tests. */
  readonly sandbox?: boolean
}

export interface Console {
  readonly app: ElectronApplication
  readonly window: Page
  readonly ready: ReadyLine
}

/** The built app. */
export const appFolder = new URL('../build/out/app', import.meta.url).pathname

/**
 * Holds the console back until the driver listens. The driver loads this only into an Electron it found
 * itself; without it, it may attach just as the page is being committed, and then waits for that forever.
 */
const driverHold = new URL(
  '../node_modules/playwright-core/lib/server/electron/loader.js',
  import.meta.url,
).pathname

/** A folder that nothing was kept in yet. */
export function freshDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'laddplan-e2e-'))
}

/**
 * Starts the built console on free ports and waits until it serves. `npm test` has built it and set
 * ELECTRON_BIN. Close it with `app.close()`; start it again on the same `dataDir` to go on.
 */
export async function startConsole(options: StartOptions = {}): Promise<Console> {
  const { sandbox = process.getuid?.() !== 0 } = options
  const output = join(freshDataDir(), 'stdout')
  const app = await _electron.launch({
    executablePath: writingTo(output, options.executable ?? electronBinary()),
    args: [
      // Another account can't be counted on to read our modules.
      ...(options.executable === undefined ? ['-r', driverHold] : []),
      ...(sandbox ? [] : ['--no-sandbox']),
      options.folder ?? appFolder,
      ...['--data', options.dataDir ?? freshDataDir()],
      ...['--ocpp-port', '0', '--api-port', '0', '--host', '127.0.0.1'],
      ...(options.args ?? []),
    ],
    env: { ...inheritedEnvironment(), ...options.env },
    chromiumSandbox: sandbox,
  })
  try {
    const window = await app.firstWindow()
    await expect.poll(() => readyLine(output), { timeout: 30_000, intervals: [25] }).not.toBeNull()
    const ready = readyLine(output)
    if (ready === null) throw new Error('the ready line has gone')
    return { app, window, ready }
  } catch (error) {
    await app.close()
    throw error
  }
}

/** The Electron that the tests run on. */
export function electronBinary(): string {
  const binary = process.env['ELECTRON_BIN']
  if (binary === undefined)
    throw new Error('ELECTRON_BIN is not set: start these tests with npm test')
  return binary
}

/** Our environment without what makes Electron a plain Node. */
export function inheritedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || name === 'ELECTRON_RUN_AS_NODE' ? [] : [[name, value]],
    ),
  )
}

/**
 * A program that starts `executable` with its standard output in a file. Listening to the app's own
 * would come too late: the driver returns when the app may already have said that it is ready.
 */
function writingTo(file: string, executable: string): string {
  const wrapper = join(dirname(file), 'start')
  writeFileSync(file, '')
  writeFileSync(wrapper, `#!/bin/sh\nexec '${executable}' "$@" >'${file}'\n`, { mode: 0o755 })
  return wrapper
}

/** The ready line in what the console has printed so far. */
function readyLine(file: string): ReadyLine | null {
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1)
  const values = lines
    .filter((line) => line.startsWith('{'))
    .map((line): unknown => JSON.parse(line))
  return values.find(isReadyLine) ?? null
}

/** Whether a parsed line is the ready line. */
export function isReadyLine(value: unknown): value is ReadyLine {
  return typeof value === 'object' && value !== null && 'ready' in value && value.ready === true
}

/** Opens a window more, as the menu does. */
export async function anotherWindow(app: ElectronApplication): Promise<Page> {
  const opening = app.waitForEvent('window')
  await app.evaluate(({ Menu }) => {
    const [file] = Menu.getApplicationMenu()?.items ?? []
    file?.submenu?.items[0]?.click()
  })
  return opening
}
