import { platform } from 'node:os'
import type { Figure } from './figure/figure.ts'
import { typicalPair } from './figure/pair.ts'
import { median } from './figure/quantile.ts'
import { progress, report } from './figure/report.ts'
import { withManyFiles } from './load/file-limit.ts'
import type { Outcome } from './load/orders.ts'
import { startLoad } from './load/processes.ts'
import type { Load } from './load/processes.ts'
import { bareSubject, hubSubject } from './load/subject.ts'
import type { Subject } from './load/subject.ts'

/**
 * Chargers on the hub, each message answered only once it is on disk, against the same chargers on a
 * bare socket server that parses and answers. Rounds alternate, so that both meet the same machine.
 */
const CHARGERS = 1_000
const ROUNDS = 7
const WARM_UP_MS = 1_500
const RUSH_MS = 4_000
const OFFERED_PER_SECOND = 2_000
const OFFER_MS = 5_000
const IDLE_CHARGERS = 10_000
/** Chargers that come and go before memory is first read, so that code and pools are there. */
const ACQUAINTANCES = 500
const BEAT_MS = 10_000

/** Linux lets a socket start from any loopback address; one alone has too few ports to spare. */
const LOCAL_ADDRESSES =
  platform() === 'linux' ? ['127.0.0.1', '127.0.0.2', '127.0.0.3', '127.0.0.4'] : ['127.0.0.1']

const args = process.argv.slice(2)
process.exitCode = await withManyFiles(async () => {
  const figures = [...(await busyFigures()), ...(await idleFigures())]
  return report(figures, args)
})

type Round = Record<'bare' | 'hub', { rush: Outcome; offer: Outcome }>

async function busyFigures(): Promise<Figure[]> {
  const hub = await hubSubject(CHARGERS)
  const bare = await bareSubject()
  const rounds: Round[] = []
  try {
    for (let round = 1; round <= ROUNDS; round += 1) {
      rounds.push({ bare: await oneRound(bare, round), hub: await oneRound(hub, round) })
    }
  } finally {
    await Promise.all([hub.end(), bare.end()])
  }
  const bench = 'ocpp'
  const full = `${count(CHARGERS)} chargers, as fast as acknowledged`
  const offered = `${count(OFFERED_PER_SECOND)} messages/s offered`
  const latency = (of: 'rush' | 'offer', which: 'p50Ms' | 'p99Ms') => ({
    value: median(rounds.map(({ hub: { [of]: outcome } }) => outcome[which] ?? Number.NaN)),
    baseline: median(rounds.map(({ bare: { [of]: outcome } }) => outcome[which] ?? Number.NaN)),
    unit: 'ms',
  })
  return [
    {
      bench,
      figure: `durable messages, ${full}`,
      ...typicalPair(
        rounds.map(({ hub: own, bare: other }) => ({
          value: perSecond(own.rush),
          baseline: perSecond(other.rush),
        })),
      ),
      unit: '/s',
      budget: { of: 'ratio', is: '>=', limit: 0.4 },
    },
    { bench, figure: `p50, ${full}`, ...latency('rush', 'p50Ms'), budget: null },
    { bench, figure: `p99, ${full}`, ...latency('rush', 'p99Ms'), budget: null },
    { bench, figure: `p50, ${offered}`, ...latency('offer', 'p50Ms'), budget: null },
    {
      bench,
      figure: `p99, ${offered}`,
      ...latency('offer', 'p99Ms'),
      budget: { of: 'value', is: '<=', limit: 50 },
    },
  ]
}

async function oneRound(
  subject: Subject,
  round: number,
): Promise<{ rush: Outcome; offer: Outcome }> {
  return withLoad(async (load) => {
    await load.order(gathering(subject, CHARGERS, true))
    await load.order({ kind: 'rush', durationMs: WARM_UP_MS })
    const rush = await load.order({ kind: 'rush', durationMs: RUSH_MS })
    const offered = { perSecond: OFFERED_PER_SECOND, durationMs: OFFER_MS }
    const offer = await load.order({ kind: 'offer', ...offered })
    if (offer.troubles > 0) throw new Error(`${subject.name} refused ${offer.troubles} messages`)
    await load.order({ kind: 'leave' })
    progress(
      `round ${round}, ${subject.name}: ${perSecond(rush).toFixed(0)} messages/s,` +
        ` p99 ${offer.p99Ms?.toFixed(1)} ms at ${OFFERED_PER_SECOND}/s`,
    )
    return { rush, offer }
  })
}

async function idleFigures(): Promise<Figure[]> {
  const bare = await idle(await bareSubject())
  const hub = await idle(await hubSubject(IDLE_CHARGERS))
  const bench = 'ocpp'
  const many = `${count(IDLE_CHARGERS)} idle chargers`
  return [
    {
      bench,
      figure: 'memory of an idle charger beyond a bare socket',
      value: hub.eachKb - bare.eachKb,
      unit: 'KB',
      baseline: bare.eachKb,
      budget: { of: 'value', is: '<=', limit: 30 },
    },
    {
      bench,
      figure: `${many} held`,
      value: hub.held,
      unit: 'sockets',
      baseline: bare.held,
      budget: { of: 'value', is: '>=', limit: IDLE_CHARGERS },
    },
    {
      bench,
      figure: `p99 of a heartbeat from each of ${many} in ${BEAT_MS / 1000} s`,
      value: hub.beatP99Ms,
      unit: 'ms',
      baseline: bare.beatP99Ms,
      budget: null,
    },
  ]
}

async function idle(
  subject: Subject,
): Promise<{ eachKb: number; held: number; beatP99Ms: number }> {
  try {
    await withLoad(async (load) => {
      await load.order(gathering(subject, ACQUAINTANCES, false))
      await load.order({ kind: 'leave' })
    })
    const emptyKb = await subject.memoryKb()
    return await withLoad(async (load) => {
      await load.order(gathering(subject, IDLE_CHARGERS, false))
      const fullKb = await subject.memoryKb()
      const beat = await load.order({ kind: 'beat', durationMs: BEAT_MS })
      const eachKb = (fullKb - emptyKb) / IDLE_CHARGERS
      progress(`${subject.name}: ${beat.open} sockets held, ${eachKb.toFixed(1)} KB each`)
      return { eachKb, held: beat.open, beatP99Ms: beat.p99Ms ?? Number.NaN }
    })
  } finally {
    await subject.end()
  }
}

function gathering({ ocpp }: Subject, chargers: number, busy: boolean) {
  return { kind: 'gather', ocpp, count: chargers, localAddresses: LOCAL_ADDRESSES, busy } as const
}

async function withLoad<T>(use: (load: Load) => Promise<T>): Promise<T> {
  const load = startLoad()
  try {
    return await use(load)
  } finally {
    load.end()
  }
}

function perSecond({ acknowledged, durationMs }: Outcome): number {
  return (acknowledged * 1000) / durationMs
}

function count(value: number): string {
  return value.toLocaleString('en')
}
