import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { electronBinary } from '../fixtures/hub-process.ts'
import type { Figure } from './figure/figure.ts'
import { typicalPair } from './figure/pair.ts'
import type { Pair } from './figure/pair.ts'
import { progress, report } from './figure/report.ts'
import { openingMs } from './window/opening.ts'

/**
 * The time from launching the console until its window shows content and takes input, against an
 * Electron application with one empty window. The two take turns on the same machine, started the
 * same way, each in a folder of its own: a new one every time, as at the very first start, and one that
 * an earlier start has left, as every day. Each page says itself that it is ready, in `data-ready` on
 * its root element.
 */
const ROUNDS = 7
const APP = fileURLToPath(new URL('../../build/out/app', import.meta.url))
const EMPTY = fileURLToPath(new URL('empty-window', import.meta.url))

/** How an application is told where to keep its files. */
const FOLDERS = {
  own: (folder: string) => [APP, '--data', folder, '--ocpp-port', '0', '--api-port', '0'],
  empty: (folder: string) => [`--user-data-dir=${folder}`, EMPTY],
}

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  if (!existsSync(APP)) throw new Error(`${APP} is not built; npm run bench -- start builds it`)
  const figures = [await figureOf('new data folder', launchAnew), await figureOfEveryDay()]
  return report(figures, args)
}

async function figureOfEveryDay(): Promise<Figure> {
  const folders = { own: await newFolder(), empty: await newFolder() }
  try {
    return await figureOf('data folder in use', (which) => launch(which, folders[which]))
  } finally {
    await Promise.all(Object.values(folders).map(forget))
  }
}

type Launch = (which: keyof typeof FOLDERS) => Promise<number>

async function figureOf(folder: string, launchOne: Launch): Promise<Figure> {
  const rounds: Pair[] = []
  // The first launch of either fills the machine's file cache, or the folder, and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const pair = { baseline: await launchOne('empty'), value: await launchOne('own') }
    if (round === 0) continue
    rounds.push(pair)
    progress(
      `${folder}, round ${round}: empty ${pair.baseline.toFixed(0)} ms, console ${pair.value.toFixed(0)} ms`,
    )
  }
  return {
    bench: 'start',
    figure: `window usable after start, ${folder}, middle of ${ROUNDS}`,
    ...typicalPair(rounds),
    unit: 'ms',
    budget: { of: 'ratio', is: '<=', limit: 1.6 },
  }
}

async function launchAnew(which: keyof typeof FOLDERS): Promise<number> {
  const folder = await newFolder()
  try {
    return await launch(which, folder)
  } finally {
    await forget(folder)
  }
}

/** How long an application's window takes to be usable, in ms. */
function launch(which: keyof typeof FOLDERS, folder: string): Promise<number> {
  const asRoot = platform() === 'linux' && process.getuid?.() === 0
  const { ELECTRON_RUN_AS_NODE: _node, ...env } = process.env
  const args = [...(asRoot ? ['--no-sandbox'] : []), ...FOLDERS[which](folder)]
  return openingMs(electronBinary(), args, env)
}

function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'laddplan-start-'))
}

function forget(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 5 })
}
