import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { awaken } from '../../electron/hub/awakening.ts'
import { exportGrants } from '../../electron/hub/report/grants.ts'
import { openReports, type Reports } from '../../electron/hub/report/reports.ts'
import { openReader } from '../../electron/hub/store/sqlite.ts'
import { openStore, type Store } from '../../electron/hub/store/store.ts'
import { uuidV7 } from '../../shared/domain/id/id.ts'
import type { ReportJob } from '../../shared/domain/report/job.ts'
import { reportSpec } from '../../shared/domain/report/spec.ts'
import type { Figure } from './figure/figure.ts'
import { type Pair, typicalPair } from './figure/pair.ts'
import { quantile } from './figure/quantile.ts'
import { progress, report } from './figure/report.ts'
import { processorMs, readBare } from './csv/bare-reading.ts'
import { meanwhile } from './csv/meanwhile.ts'
import { FIRST_AT, postedAt, writeStays, YEAR } from './csv/million.ts'

/**
 * The billing report of a million stays, all of its columns: how fast it is written, beside reading the very rows alone;
 * what is in memory, what others wait for meanwhile, and what is left of it when it is cancelled or the disk is full.
 */
const STAYS = 1_000_000
const ROUNDS = 10
/** Rows that are read at once, as the report does. */
const SLICE = 250
/** How long the hub is asked for small things before, ms. */
const QUIET_MS = 5_000
const bench = 'csv'
let lastId = 0

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  const dir = mkdtempSync(join(tmpdir(), 'laddplan-csv-'))
  const file = join(dir, 'site.db')
  const newId = () => uuidV7(Date.now(), randomBytes(10))
  const open = () => openStore({ file, clock: Date.now, newId })
  const first = await open()
  await awaken(first, 'Europe/Stockholm')
  await first.close()
  writeStays(file, STAYS, (done) => {
    if (done % (STAYS / 5) === 0) progress(`${done.toLocaleString('en')} stays written`)
  })
  progress(`${Math.round(statSync(file).size / 1_048_576)} MB on disk`)
  const store = await open()
  const reports = openReports({ store, clock: Date.now, file, grants: exportGrants() })
  const folder = join(dir, 'exports')
  mkdirSync(folder)
  // The thread of reports lets a process end that waits for nothing else.
  const alive = setInterval(() => undefined, 1_000)
  try {
    const figures = [
      rateFigure(await rounds(reports, file, folder)),
      ...(await wholeFigures(store, reports, folder)),
      await cancelFigure(reports, folder),
    ]
    await fullDisk(reports, dir)
    return report(figures, args)
  } finally {
    clearInterval(alive)
    await reports.close()
    await store.close()
    rmSync(dir, { recursive: true })
  }
}

function specOf(fromAt: number, untilAt: number) {
  return reportSpec.parse({ kind: 'billing', period: { is: 'instants', fromAt, untilAt } })
}

/**
 * A part of the year at a time: its rows read alone, then written by the hub's thread. Rates are by the processor's time:
 * others that run on the machine take as much from one as from the other.
 */
async function rounds(reports: Reports, file: string, folder: string): Promise<Pair[]> {
  const reader = openReader(file)
  const pairs: Pair[] = []
  const part = STAYS / ROUNDS
  for (let round = 0; round < ROUNDS; round += 1) {
    const spec = specOf(postedAt(round * part, STAYS), postedAt((round + 1) * part, STAYS))
    const bareMs = readBare(reader, spec, SLICE)
    const began = processorMs()
    const job = await written(reports, spec, join(folder, 'part.csv'))
    const ms = processorMs() - began
    if (job.rows !== part) throw new Error(`${job.rows} rows were written, of ${part}`)
    pairs.push({ value: (1_000 * part) / ms, baseline: (1_000 * part) / bareMs })
    progress(`${pairs.at(-1)?.value.toFixed(0)} /s, bare ${pairs.at(-1)?.baseline.toFixed(0)} /s`)
  }
  reader.close()
  rmSync(join(folder, 'part.csv'))
  return pairs
}

function rateFigure(pairs: readonly Pair[]): Figure {
  return {
    ...{
      bench,
      figure: 'rows of the billing report, by the processor’s time',
      unit: '/s',
      ...typicalPair(pairs),
    },
    budget: { of: 'ratio', is: '>=', limit: 0.5 },
  }
}

function begin(reports: Reports, spec: ReturnType<typeof specOf>, path: string): ReportJob {
  return reports.jobs.begin({ id: String((lastId += 1)), spec, path, startedBy: 'bench' })
}

async function written(
  reports: Reports,
  spec: ReturnType<typeof specOf>,
  path: string,
  told: (job: ReportJob) => void = () => undefined,
): Promise<ReportJob> {
  let last = begin(reports, spec, path)
  for await (last of reports.jobs.follow(last.id, undefined)) told(last)
  return last
}

async function wholeFigures(store: Store, reports: Reports, folder: string): Promise<Figure[]> {
  const path = join(folder, 'year.csv')
  let share = 0
  // What the machine itself lets others wait, before anything is written.
  const pause = new Promise((resolve) => setTimeout(resolve, QUIET_MS))
  const quiet = await meanwhile(store, pause, () => 0)
  const began = performance.now()
  const job = written(reports, specOf(FIRST_AT, FIRST_AT + YEAR), path, ({ rows, ofRows }) => {
    share = ofRows === null || ofRows === 0 ? 0 : rows / ofRows
  })
  const { waitedMs, memory } = await meanwhile(store, job, () => share)
  const { state, rows, bytes } = await job
  if (state !== 'done' || rows !== STAYS) throw new Error(`${state} after ${rows} rows`)
  const seconds = (performance.now() - began) / 1_000
  progress(`${Math.round(bytes / 1_048_576)} MB written in ${seconds.toFixed(1)} s`)
  rmSync(path)
  const mostOf = (from: number, until: number): number =>
    Math.max(...memory.filter(({ done }) => done >= from && done < until).map(({ mb }) => mb))
  return [
    {
      ...{ bench, figure: 'memory of the hub while it writes the last half', unit: 'MB' },
      ...{ value: mostOf(0.5, 2), baseline: mostOf(0.05, 0.5) },
      budget: { of: 'ratio', is: '<=', limit: 1.2 },
    },
    {
      ...{ bench, figure: 'p99 of a small unit of work meanwhile', unit: 'ms' },
      ...{ value: quantile(waitedMs, 0.99), baseline: quantile(quiet.waitedMs, 0.99) },
      budget: { of: 'value', is: '<=', limit: 50 },
    },
  ]
}

async function cancelFigure(reports: Reports, folder: string): Promise<Figure> {
  let cancelledAt = Number.NaN
  const job = await written(
    reports,
    specOf(FIRST_AT, FIRST_AT + YEAR),
    join(folder, 'never.csv'),
    ({ id, rows }) => {
      if (rows === 0 || !Number.isNaN(cancelledAt)) return
      cancelledAt = performance.now()
      reports.jobs.cancel(id)
    },
  )
  const left = readdirSync(folder)
  if (job.state !== 'cancelled' || left.length > 0)
    throw new Error(`${job.state}, and ${left.join(', ')} was left`)
  return {
    ...{ bench, figure: 'from cancelling until nothing is left of it', unit: 'ms' },
    ...{ value: performance.now() - cancelledAt, baseline: null },
    budget: { of: 'value', is: '<=', limit: 1_000 },
  }
}

/** A disk of a megabyte, where one can be mounted; elsewhere `whole-file.test.ts` alone shows it. */
async function fullDisk(reports: Reports, dir: string): Promise<void> {
  const disk = join(dir, 'disk')
  mkdirSync(disk)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { stdio: 'ignore' })
  } catch {
    return progress('no small disk can be mounted here, so none is filled')
  }
  try {
    writeFileSync(join(disk, 'year.csv'), 'before')
    const job = await written(reports, specOf(FIRST_AT, FIRST_AT + YEAR), join(disk, 'year.csv'))
    const left = [job.failure, readFileSync(join(disk, 'year.csv'), 'utf8'), ...readdirSync(disk)]
    if (left.join(' ') !== 'diskFull before year.csv') throw new Error(left.join(' '))
    progress('a full disk leaves the file that was there, and says so')
  } finally {
    execFileSync('umount', [disk])
  }
}
