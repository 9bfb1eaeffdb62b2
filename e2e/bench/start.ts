import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type Page } from 'playwright'
import { electronBinary } from '../fixtures/hub-process.ts'
import { typicalPair } from './figure/pair.ts'
import type { Pair } from './figure/pair.ts'
import { progress, report } from './figure/report.ts'

/**
 * The time from launching the console until its window shows content and takes input, against an
 * Electron application with one empty window. The two take turns on the same machine, started the
 * same way; each page says itself that it is ready, in `data-ready` on its root element.
 */
const ROUNDS = 7
const APP = fileURLToPath(new URL('../../build/out/app', import.meta.url))
const EMPTY = fileURLToPath(new URL('empty-window', import.meta.url))
const LAUNCH_TIMEOUT_MS = 60_000

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  if (!existsSync(APP)) throw new Error(`${APP} is not built; npm run bench -- start builds it`)
  const rounds: Pair[] = []
  // The first launch of either fills the machine's file cache and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const empty = await launch(EMPTY, [])
    const folder = await mkdtemp(join(tmpdir(), 'laddplan-start-'))
    const own = await launch(APP, ['--data', folder, '--ocpp-port', '0', '--api-port', '0'])
    await rm(folder, { recursive: true, force: true })
    if (round === 0) continue
    rounds.push({ value: own, baseline: empty })
    progress(`round ${round}: empty ${empty.toFixed(0)} ms, console ${own.toFixed(0)} ms`)
  }
  const figure = {
    bench: 'start',
    figure: `window usable after start, middle of ${ROUNDS}, new data folder`,
    ...typicalPair(rounds),
    unit: 'ms',
    budget: { of: 'ratio', is: '<=', limit: 1.6 },
  } as const
  return report([figure], args)
}

/** Launches an application and closes it again; how long its window took to be usable, in ms. */
async function launch(app: string, args: readonly string[]): Promise<number> {
  const asRoot = platform() === 'linux' && process.getuid?.() === 0
  const { ELECTRON_RUN_AS_NODE: _node, ...env } = process.env
  const from = performance.now()
  const running = await _electron.launch({
    executablePath: electronBinary(),
    args: [...(asRoot ? ['--no-sandbox'] : []), app, ...args],
    env: definedOnly(env),
    timeout: LAUNCH_TIMEOUT_MS,
  })
  try {
    const window = await running.firstWindow()
    await ready(window)
    return performance.now() - from
  } finally {
    await running.close()
  }
}

/**
 * Resolves when the page says that it is ready, told by the page itself. Asking for a locator instead
 * looks again after 20, 50, 100, 100 and then every 500 ms, which would be counted with the start.
 */
async function ready(window: Page): Promise<void> {
  const until = performance.now() + LAUNCH_TIMEOUT_MS
  for (;;) {
    try {
      return await window.evaluate(saysReady, LAUNCH_TIMEOUT_MS)
    } catch (error) {
      // The window's first, blank page was left for the real one meanwhile.
      if (!/context was destroyed|navigat/i.test(String(error)) || performance.now() > until)
        throw error
    }
  }
}

/** Runs in the page. */
function saysReady(timeoutMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const page = document.documentElement
    const look = (): void => {
      if (page.dataset['ready'] !== 'true') return
      watch.disconnect()
      resolve()
    }
    const watch = new MutationObserver(look)
    watch.observe(page, { attributes: true })
    setTimeout(() => reject(new Error('the page never said that it is ready')), timeoutMs)
    look()
  })
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
