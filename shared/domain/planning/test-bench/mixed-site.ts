import fc from 'fast-check'
import type { Plan } from '../plan.ts'
import {
  allPhases,
  type FeederLimit,
  type PhaseLimits,
  type PlanningProblem,
  type PlanSession,
  type SessionPriority,
} from '../problem.ts'

/** How large and how tight a site is drawn. */
export interface MixedSize {
  readonly sessions: number
  readonly slots: number
  readonly feeders: number
  /** Whether the site is fused by phase; it is limited in W otherwise. */
  readonly byPhase: boolean
  /** Limits as a share of what would be drawn were it spread evenly; the lower, the less fits. */
  readonly tightness: readonly [least: number, most: number]
}

const VOLTAGE = 230

/** A site with cars on one phase and on three, feeders that hang on feeders, and a building that draws too. */
export function mixedSite(size: MixedSize): fc.Arbitrary<PlanningProblem> {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  return fc
    .record({
      elapsed: fc.constantFrom(0, 0.25, 0.6),
      baseW: fc.array(fc.integer({ min: 0, max: 6000 }), {
        minLength: size.slots,
        maxLength: size.slots,
      }),
      cars: fc.array(carOf(size), { minLength: 1, maxLength: size.sessions }),
      tightness: fc.double({ min: size.tightness[0], max: size.tightness[1], noNaN: true }),
      feederShares: fc.array(share, { minLength: size.feeders, maxLength: size.feeders }),
    })
    .map(({ elapsed, baseW, cars, tightness, feederShares }) => {
      const sessions = cars.map((car, index) => sessionOf(car, index, elapsed, size))
      const hours = size.slots / 4
      const meanW = (of: readonly PlanSession[]) =>
        of.reduce((sum, { energyWh }) => sum + energyWh, 0) / hours
      const across = <Limit>(limit: Limit): Limit[] =>
        Array.from({ length: size.slots }, () => limit)
      const inDa = (w: number) => Math.ceil((w / VOLTAGE / allPhases.length) * 10)
      const siteW = 6000 + meanW(sessions) * tightness
      const phases: PhaseLimits | null = size.byPhase
        ? { voltageV: VOLTAGE, limitDa: across(inDa(siteW * 1.3)) }
        : null
      const feeders = feederShares.map((loose, index): FeederLimit => {
        const own = sessions.filter(({ feederId }) => feederId === `f${index}`)
        const limitW = Math.ceil(1000 + meanW(own) * tightness * (1 + loose))
        return {
          id: `f${index}`,
          // The first ones hang on the site, the rest on one of those.
          parentId: index < 2 ? null : `f${index % 2}`,
          limitW: size.byPhase && index % 2 === 1 ? null : across(limitW * (index < 2 ? 2 : 1)),
          limitDa: size.byPhase ? across(inDa(limitW * (index < 2 ? 3 : 1.5))) : null,
        }
      })
      return {
        slotMinutes: 15,
        slots: size.slots,
        elapsed,
        baseW,
        limitW: size.byPhase ? null : across(Math.ceil(siteW)),
        phases,
        feeders,
        prices: null,
        sessions,
      }
    })
}

interface Car {
  readonly arrive: number
  readonly stays: number
  readonly wants: number
  readonly phases: PlanSession['phases']
  readonly amperes: number
  readonly feeder: number
  readonly priority: SessionPriority
  readonly promised: boolean
  readonly suspendable: boolean
}

function carOf({ slots, feeders }: MixedSize): fc.Arbitrary<Car> {
  return fc.record({
    // Twelfths of a slot: some come and go within one.
    arrive: fc.integer({ min: 0, max: slots * 12 - 24 }).map((twelfths) => twelfths / 12),
    stays: fc.integer({ min: 20, max: slots * 12 }).map((twelfths) => twelfths / 12),
    wants: fc.double({ min: 0.05, max: 0.9, noNaN: true }),
    phases: fc.oneof(
      fc.constant(allPhases),
      fc.constantFrom(...allPhases).map((phase) => [phase]),
    ),
    amperes: fc.constantFrom(16, 32),
    feeder: fc.integer({ min: -1, max: feeders - 1 }),
    priority: fc.constantFrom<SessionPriority>('low', 'normal', 'high'),
    promised: fc.boolean(),
    suspendable: fc.boolean(),
  })
}

function sessionOf(car: Car, index: number, elapsed: number, { slots }: MixedSize): PlanSession {
  const depart = Math.min(slots, car.arrive + car.stays)
  const maxW = car.amperes * VOLTAGE * car.phases.length
  const hours = (depart - Math.max(car.arrive, elapsed)) / 4
  return {
    id: `s${index}`,
    arrive: car.arrive,
    depart,
    energyWh: Math.floor(maxW * hours * car.wants),
    maxW,
    minW: 6 * VOLTAGE * car.phases.length,
    phases: car.phases,
    feederId: car.feeder < 0 ? null : `f${car.feeder}`,
    priority: car.priority,
    promised: car.promised,
    suspendable: car.suspendable,
  }
}

/** A plan that promises everybody all and says nothing of when: what the later steps of planning can start from. */
export function allAsked({ sessions }: PlanningProblem): Plan {
  return {
    sessions: sessions.map(({ id, energyWh }) => ({
      id,
      firstSlot: 0,
      w: [],
      deliveredWh: energyWh,
      readyAt: null,
    })),
    loadW: [],
    peakW: 0,
    provenPeakW: 0,
    gap: 0,
    cost: null,
    critical: { slots: [], feederIds: [] },
    unmet: [],
  }
}
