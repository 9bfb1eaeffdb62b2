import { post } from '../../electron/hub/driver-door/test-bench/ask.ts'
import { type Flooded, flood, startSubject } from './door/processes.ts'
import type { Figure } from './figure/figure.ts'
import { quantile } from './figure/quantile.ts'
import { progress, report } from './figure/report.ts'

/**
 * How long a driver waits for a booking, each on a connection of their own and from an address of their own, while one other
 * address asks 10,000 times a second; beside how long they wait while nobody does.
 */
const PER_SECOND = 10_000
const FLOOD_MS = 8_000
const QUIET_MS = 4_000
/** No oftener than the door lets all phones together write. */
const EVERY_MS = 40
const BUDGET_MS = 500
const bench = 'door'

const booking = {
  id: '01900000-0000-7000-8000-000000000001',
  kind: 'now',
  wish: { need: { kind: 'full' }, arrivesFrom: 0, departsBy: 3_600_000 },
  place: '7H2K9Q',
  arrivesAt: 0,
  departsAt: 3_600_000,
  pays: 'atDesk',
  seenMinor: null,
}

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  const subject = await startSubject()
  try {
    // The first ones read what it takes.
    await bookFor(subject.port, 500)
    const quiet = await bookFor(subject.port, QUIET_MS)
    const before = await subject.borne()
    const flooding = flood(subject.port, PER_SECOND, FLOOD_MS)
    const busy = await bookFor(subject.port, FLOOD_MS, flooding)
    const flooded = await flooding
    const during = await subject.borne()
    progress(
      `${flooded.sent} requests sent, ${flooded.answered} answered, ${flooded.refused} told to wait, ${flooded.hangUps} connections hung up on`,
    )
    progress(`${busy.length} bookings meanwhile, ${quiet.length} before`)
    const figures: Figure[] = [0.5, 0.95, 0.99].map((share) => ({
      ...{ bench, figure: `a booking beside the flood, p${share * 100}`, unit: 'ms' },
      ...{ value: quantile(busy, share), baseline: quantile(quiet, share) },
      budget: { of: 'value', is: '<=', limit: BUDGET_MS },
    }))
    return report([...figures, ...floodFigures(flooded, before, during)], args)
  } finally {
    subject.end()
  }
}

function floodFigures(
  flooded: Flooded,
  before: { readonly lateMs: number },
  during: { readonly lateMs: number; readonly reached: number },
): Figure[] {
  return [
    {
      ...{ bench, figure: 'requests of the flood', unit: '/s', baseline: null },
      ...{ value: flooded.sent / (FLOOD_MS / 1_000) },
      budget: { of: 'value', is: '>=', limit: PER_SECOND * 0.95 },
    },
    {
      ...{ bench, figure: '… that reached the hub, of all', unit: '%', baseline: null },
      value: (100 * during.reached) / flooded.sent,
      budget: { of: 'value', is: '<=', limit: 1 },
    },
    {
      ...{ bench, figure: 'how late the hub’s thread was, p99', unit: 'ms' },
      ...{ value: during.lateMs, baseline: before.lateMs, budget: null },
    },
  ]
}

/** Books again and again, one after the other. @returns how long each took, ms */
async function bookFor(port: number, ms: number, until?: Promise<unknown>): Promise<number[]> {
  const took: number[] = []
  const began = performance.now()
  let isOver = false
  void until?.finally(() => (isOver = true))
  while (until === undefined ? performance.now() - began < ms : !isOver) {
    const since = performance.now()
    // No address books more often than the door lets it.
    const from = `127.0.1.${(took.length % 250) + 1}`
    const { status } = await post(port, '/api/visits', booking, { from })
    if (status !== 200) throw new Error(`A booking was answered with ${status}.`)
    took.push(performance.now() - since)
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
  }
  return took
}
