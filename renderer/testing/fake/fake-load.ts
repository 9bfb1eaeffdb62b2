import { implement } from '@orpc/server'
import { loadContract } from '../../../shared/contract/load.ts'
import type { LoadCurve, LoadLine } from '../../../shared/domain/load/load.ts'
import { HOUR } from '../../../shared/time/instant.ts'
import { drawnWh, lostOf, stepsOf } from './fake-meter.ts'
import type { FakeStore } from './fake-store.ts'

const on = implement(loadContract)

/** More steps of all lines together are too many to be shown. */
const MOST = 200_000

/** A year of quarters is reckoned from a few connectors and scaled up: a browser has no table of sums to ask. */
const FEW = 10

type Question = Parameters<Parameters<typeof on.curve.handler>[0]>[0]['input']

/** A year of load that looks like a depot's: high in the evening, low at weekends, with pieces missing. */
export function fakeLoad(store: FakeStore) {
  const { rows } = store
  const zone = () => rows.site[0]?.timeZone ?? 'UTC'

  /** The connectors of what is asked for, by the key of the line they belong to. */
  const members = ({ scope, id, split }: Pick<Question, 'scope' | 'id' | 'split'>) => {
    const stations = new Map(rows.station.map((row) => [row.id, row]))
    const mine = rows.connector.filter(({ connectorId, stationId, id: own }) => {
      if (connectorId === 0) return false
      if (scope === 'feeder') return stations.get(stationId)?.feederId === id
      return scope === 'site' || id === (scope === 'station' ? stationId : own)
    })
    return Map.groupBy(mine, (connector) => {
      if (split === 'feeder') return stations.get(connector.stationId)?.feederId ?? 'site'
      if (split === 'station') return connector.stationId
      return split === 'connector' ? connector.id : scope
    })
  }

  const curveOf = (question: Question, most = Infinity): LoadCurve => {
    const { from, until, step, scope, split } = question
    const startsAt = stepsOf(from, until, step, zone())
    const ends = startsAt.map((at, index) => startsAt[index + 1] ?? Math.max(at + 1, until))
    const indexOf = new Map(rows.connector.map(({ id }, index) => [id, index]))
    const groups: [string, number[]][] =
      scope === 'building'
        ? rows.site[0]?.baseLoad.kind === 'meter'
          ? [['building', [-1]]]
          : []
        : [...members(question)].map(([key, connectors]) => [
            key,
            connectors.slice(0, most).map((connector) => indexOf.get(connector.id) ?? 0),
          ])
    const lineOf = (key: string, which: number[]): LoadLine => {
      const steps = startsAt.map((at, index) => {
        const end = ends[index] ?? at
        const lost = lostOf(at, end, zone()) === 'missing'
        return lost ? null : which.reduce((sum, one) => sum + drawnWh(one, at, end, zone()), 0)
      })
      return {
        key,
        energyWh: steps.map((wh) => (wh === null ? null : Math.round(wh))),
        maxW: steps.map((wh, index) =>
          wh === null
            ? null
            : Math.round(
                ((wh * HOUR) / ((ends[index] ?? 0) - (startsAt[index] ?? 0))) *
                  (step === 'day' && index < startsAt.length - 1 ? 2.4 : 1.3),
              ),
        ),
        meanDa: null,
        knownPct: steps.map((wh) => (wh === null ? 0 : 100)),
      }
    }
    const whole = groups.map(([key, which]) => lineOf(key, which))
    const lines =
      split === 'phase' ? whole.flatMap((line) => phasesOf(line, startsAt, ends)) : whole
    const marks = startsAt.flatMap((at, index) => {
      const end = ends[index] ?? at
      const mark = lostOf(at, end, zone())
      return mark === null || lines.length === 0 ? [] : [{ from: at, until: end, mark }]
    })
    return { startsAt, endsAt: ends.at(-1) ?? until, lines, marks }
  }

  const stepsOfSite = (question: Omit<Question, 'split'>) => {
    const { startsAt, endsAt, lines } = curveOf({ ...question, split: 'none' }, FEW)
    const scale = Math.max(
      1,
      [...members({ ...question, split: 'none' }).values()].flat().length / FEW,
    )
    return startsAt.flatMap((at, index) => {
      const few = lines[0]?.energyWh[index] ?? null
      if (few === null) return []
      const energyWh = Math.round(few * scale)
      const lasted = (startsAt[index + 1] ?? endsAt) - at
      const maxW = Math.round((lines[0]?.maxW[index] ?? 0) * scale)
      return [{ at, energyWh, meanW: Math.round((energyWh * HOUR) / lasted), maxW }]
    })
  }

  return {
    curve: on.curve.handler(({ input, errors }) => {
      const steps = stepsOf(input.from, input.until, input.step, zone()).length
      const all = steps * Math.max(1, members(input).size)
      if (all > MOST) throw errors.LOAD_TOO_FINE({ data: { steps: all, most: MOST } })
      return curveOf(input)
    }),
    peaks: on.peaks.handler(({ input }) => {
      const days = Map.groupBy(stepsOfSite(input), ({ at }) => new Date(at).toDateString())
      const highest = [...days.values()].map((day) =>
        day.reduce((most, one) => (one.meanW > most.meanW ? one : most)),
      )
      return { rows: highest.toSorted((a, b) => b.meanW - a.meanW).slice(0, input.limit) }
    }),
    duration: on.duration.handler(({ input }) => {
      const sorted = stepsOfSite(input).toSorted((a, b) => b.meanW - a.meanW)
      const points = Array.from({ length: Math.min(input.points, sorted.length) }, (_, index) => {
        const share = (index + 0.5) / Math.min(input.points, sorted.length)
        const step = sorted[Math.floor(share * sorted.length)]
        return { sharePct: share * 100, meanW: step?.meanW ?? 0 }
      })
      return { points, knownPct: 97 }
    }),
    reportBuilding: on.reportBuilding.handler(({ input }) => ({ taken: input.readings.length })),
  }
}

/** A line as three of currents; the first phase has the cars that charge on one. */
function phasesOf(line: LoadLine, startsAt: number[], ends: number[]): LoadLine[] {
  return ['L1', 'L2', 'L3'].map((key, phase) => {
    const share = [0.4, 0.32, 0.28][phase] ?? 0
    const energyWh = line.energyWh.map((wh) => (wh === null ? null : Math.round(wh * share)))
    const meanDa = energyWh.map((wh, index) => {
      const hours = ((ends[index] ?? 0) - (startsAt[index] ?? 0)) / HOUR
      return wh === null ? null : Math.round((wh / hours / 230) * 10)
    })
    return {
      ...line,
      key,
      energyWh: energyWh.map(() => null),
      maxW: line.maxW.map(() => null),
      meanDa,
    }
  })
}
