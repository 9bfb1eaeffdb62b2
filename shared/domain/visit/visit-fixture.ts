import { HOUR } from '../../time/instant.ts'
import { NOON, testId } from '../booking/booking-fixture.ts'
import type { Visit } from './visit.ts'

/** A visit of an hour at two, for 10 kWh, agreed to and paid online, save for what is told. */
export function aVisit(told: Partial<Visit> = {}): Visit {
  const [arrivesAt, departsAt] = [NOON + 2 * HOUR, NOON + 3 * HOUR]
  return {
    ...{ id: testId(70), kind: 'ahead', state: 'agreed', endReason: null, bookingId: testId(1) },
    wish: {
      need: { kind: 'energy', energyWh: 10_000 },
      ...{ arrivesFrom: arrivesAt, departsBy: departsAt },
    },
    ...{ isFlexible: false, plate: '', phone: '', email: '', language: 'en', pays: 'online' },
    ...{ depositMinor: 3_200, holdUntil: null, lapse: null, expectedAt: null, askedAs: 'a' },
    ...{ generation: 0, expiresAt: NOON + 1_000 * HOUR },
    ...{ since: NOON, createdAt: NOON, updatedAt: NOON, ...told },
  }
}
