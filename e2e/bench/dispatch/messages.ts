import { inPeriods, leastW, limitsOf } from '../../../shared/domain/dispatch/limits.ts'
import type { Steps } from '../../../shared/domain/dispatch/steps.ts'
import { countSent, nextTurn, worthSending } from '../../../shared/domain/dispatch/worth-sending.ts'
import type { SentLately } from '../../../shared/domain/dispatch/worth-sending.ts'
import type { EveningCar, Minute } from './evening.ts'

/** What was sent to the cars' chargers, and in how many periods each profile. */
export type Counted = { sent: Map<EveningCar, number>; periods: number[] }

/** More than any charger takes: the plan as it is. */
const ALL_PERIODS = 500
/** What most chargers take. */
const TAKEN_PERIODS = 24

/** Sends each car's profile whenever it is not what was sent last. */
export function everyChange(): { minute: Minute; counted: Counted } {
  const counted: Counted = { sent: new Map(), periods: [] }
  const last = new Map<EveningCar, string>()
  return {
    counted,
    minute(now, plans) {
      for (const [car, powers] of plans) {
        const limits = limitsFor(car, powers, now)
        const words = inWords(limits, now)
        // What has only gone by since is no change.
        const before = last.get(car)
        if (before !== undefined && inWords(JSON.parse(before), now) === words) continue
        last.set(car, JSON.stringify(limits))
        count(counted, car, limits)
      }
    },
  }
}

/** Sends what is worth a write, when it is the charger's turn. */
export function worthAWrite(): { minute: Minute; counted: Counted } {
  const counted: Counted = { sent: new Map(), periods: [] }
  const last = new Map<EveningCar, Steps>()
  const lately = new Map<EveningCar, SentLately>()
  return {
    counted,
    minute(now, plans) {
      for (const [car, powers] of plans) {
        const wanted = limitsFor(car, powers, now)
        const until = car.departsAt
        const difference = {
          installed: last.get(car) ?? null,
          wanted,
          installedUntil: until,
          until,
        }
        const worth = worthSending(difference, now)
        const before = lately.get(car) ?? { lastAt: null, count: 0, since: 0 }
        if (worth === 'no' || (worth === 'spaced' && now < nextTurn(car.id, before))) continue
        last.set(car, inPeriods(wanted, now, until, TAKEN_PERIODS))
        lately.set(car, countSent(before, now))
        count(counted, car, wanted)
      }
    },
  }
}

function count({ sent, periods }: Counted, car: EveningCar, limits: Steps): void {
  sent.set(car, (sent.get(car) ?? 0) + 1)
  periods.push(limits.length)
}

/** The plan as limits; what lies below a car's least is given at the least, as the hub does. */
function limitsFor(car: EveningCar, powers: Steps, now: number): Steps {
  const least = leastW(car.terms)
  const givable = powers.map(([at, w]) => [at, w > 0 && w < least ? least : w] as const)
  return inPeriods(limitsOf(givable, 'A', car.terms), now, car.departsAt, ALL_PERIODS)
}

function inWords(limits: Steps, now: number): string {
  return JSON.stringify(inPeriods(limits, now, Number.MAX_SAFE_INTEGER, ALL_PERIODS))
}
