import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { electronBinary } from '../fixtures/hub-process.ts'
import { typicalPair } from './figure/pair.ts'
import type { Pair } from './figure/pair.ts'
import { progress, report } from './figure/report.ts'
import { openingMs } from './window/opening.ts'

/**
 * The time from launching the console until its window shows content and takes input, against an
 * Electron application with one empty window. The two take turns on the same machine, started the
 * same way; each page says itself that it is ready, in `data-ready` on its root element.
 */
const ROUNDS = 7
const APP = fileURLToPath(new URL('../../build/out/app', import.meta.url))
const EMPTY = fileURLToPath(new URL('empty-window', import.meta.url))

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

/** How long an application's window takes to be usable, in ms. */
function launch(app: string, args: readonly string[]): Promise<number> {
  const asRoot = platform() === 'linux' && process.getuid?.() === 0
  const { ELECTRON_RUN_AS_NODE: _node, ...env } = process.env
  return openingMs(electronBinary(), [...(asRoot ? ['--no-sandbox'] : []), app, ...args], env)
}
