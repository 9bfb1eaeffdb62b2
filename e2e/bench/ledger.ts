import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { entriesAfter, entriesWith } from '../../electron/hub/ledger/read-entries.ts'
import { verifyLedger } from '../../electron/hub/ledger/verify.ts'
import { openStore, type Store } from '../../electron/hub/store/store.ts'
import { uuidV7 } from '../../shared/domain/id/id.ts'
import type { Figure } from './figure/figure.ts'
import { type Pair, typicalPair } from './figure/pair.ts'
import { quantile } from './figure/quantile.ts'
import { progress, report } from './figure/report.ts'
import { appendOwn, bareFile } from './ledger/appending.ts'
import { othersWait } from './ledger/others-wait.ts'
import { questionsOf } from './ledger/questions.ts'
import { FIRST_AT } from './ledger/year-of-postings.ts'

/**
 * A ledger of a million entries, a year of a busy site: how fast they are entered, each answered once it is on disk,
 * beside the same rows written bare; how long it takes to verify them, beside reading the rows; and what screens ask.
 */
const ENTRIES = 1_000_000
const ROUNDS = 100
const ASKED = 40
const SLICE = 250
const bench = 'ledger'

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  const dir = mkdtempSync(join(tmpdir(), 'laddplan-ledger-'))
  const time = { now: FIRST_AT }
  const clock = () => time.now
  const newId = () => uuidV7(clock(), randomBytes(10))
  const store = await openStore({ file: join(dir, 'site.db'), clock, newId })
  try {
    const figures = await appendFigures(store, time, dir)
    const megabytes = Math.round(statSync(join(dir, 'site.db')).size / 1_048_576)
    progress(`${megabytes} MB on disk, ${Math.round(memoryMb())} MB of memory`)
    figures.push(...(await verifyFigures(store)), ...(await questionFigures(store)))
    return report(figures, args)
  } finally {
    await store.close()
    rmSync(dir, { recursive: true })
  }
}

async function appendFigures(store: Store, time: { now: number }, dir: string): Promise<Figure[]> {
  const bare = bareFile(join(dir, 'bare.db'))
  const before = memoryMb()
  const part = ENTRIES / ROUNDS
  const rounds: Pair[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const baseline = (1_000 * part) / bare.append(round * part, (round + 1) * part)
    const ownMs = await appendOwn(store, time, round * part, (round + 1) * part)
    const value = (1_000 * part) / ownMs
    rounds.push({ value, baseline })
    if (round % 10 === 9)
      progress(
        `${count((round + 1) * part)} entries: ${value.toFixed(0)} /s, bare ${baseline.toFixed(0)} /s`,
      )
  }
  bare.close()
  const many = `${count(ENTRIES)} entries`
  const figure = (name: string, of: readonly Pair[]): Figure => ({
    ...{ bench, figure: name, unit: '/s', ...typicalPair(of) },
    budget: { of: 'ratio', is: '>=', limit: 0.25 },
  })
  return [
    figure(`durable entries, of ${many}`, rounds),
    figure(`the last ${count(part * 20)} of them`, rounds.slice(-20)),
    {
      ...{ bench, figure: `memory that ${many} took`, unit: 'MB', value: memoryMb() - before },
      ...{ baseline: null, budget: { of: 'value', is: '<=', limit: 200 } },
    },
  ]
}

async function verifyFigures(store: Store): Promise<Figure[]> {
  const rounds = []
  let waitMs = 0
  for (let round = 0; round < 3; round += 1) {
    const read = await othersWait(() => readAll(store))
    const own = await othersWait(async () => {
      for await (const event of verifyLedger(store.reads, { checks: [] }))
        if (
          event.kind === 'verdict' &&
          !(event.verdict.intact && event.verdict.entries === ENTRIES)
        )
          throw new Error(JSON.stringify(event.verdict))
    })
    progress(`verified in ${own.ms.toFixed(0)} ms, read in ${read.ms.toFixed(0)} ms`)
    waitMs = Math.max(waitMs, own.waitMs)
    rounds.push({ value: own.ms, baseline: read.ms })
  }
  return [
    {
      ...{ bench, figure: `verifying ${count(ENTRIES)} entries`, unit: 'ms' },
      ...typicalPair(rounds),
      budget: { of: 'ratio', is: '<=', limit: 2 },
    },
    {
      ...{ bench, figure: 'p99 of what others wait for it', unit: 'ms', value: waitMs },
      ...{ baseline: null, budget: { of: 'value', is: '<=', limit: 50 } },
    },
  ]
}

/** Reads the rows as verifying does, and does nothing with them. */
async function readAll({ reads }: Store): Promise<number> {
  let last = 0
  for (;;) {
    const entries = await entriesAfter(reads, last, SLICE)
    if (entries.length === 0) return last
    last = entries.at(-1)?.entry.id ?? last
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Each question beside the reading of the entries that it found, once their ids are known. */
async function questionFigures({ reads }: Store): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { name, ask, budgetMs } of questionsOf(ENTRIES)) {
    const [asked, read]: [number[], number[]] = [[], []]
    for (let round = 1; round <= ASKED; round += 1) {
      const began = performance.now()
      const found = await ask(reads, round)
      asked.push(performance.now() - began)
      const beganBare = performance.now()
      await entriesWith(
        reads,
        found.map(({ id }) => id),
      )
      if (found.length > 0) read.push(performance.now() - beganBare)
    }
    const value = quantile(asked, 0.95)
    progress(`${name}: ${value.toFixed(1)} ms`)
    figures.push({
      ...{ bench, figure: `p95, ${name}`, value, unit: 'ms' },
      baseline: read.length === 0 ? null : quantile(read, 0.95),
      budget: budgetMs === null ? null : { of: 'value', is: '<=', limit: budgetMs },
    })
  }
  return figures
}

function memoryMb(): number {
  return process.memoryUsage.rss() / 1_048_576
}

function count(value: number): string {
  return value.toLocaleString('en')
}
