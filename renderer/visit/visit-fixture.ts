import { HOUR } from '../../shared/time/instant.ts'
import type { Visit } from '../../shared/domain/visit/visit.ts'

/** A visit for tests: agreed, paid on the phone, from 10 to 12 of the clock's first day. */
export function visitFixture(about: Partial<Visit> = {}): Visit {
  return {
    id: 'visit',
    kind: 'ahead',
    state: 'agreed',
    endReason: null,
    bookingId: 'booking',
    wish: { need: { kind: 'full' }, arrivesFrom: 10 * HOUR, departsBy: 12 * HOUR },
    isFlexible: false,
    plate: 'ABC 123',
    phone: '',
    email: '',
    language: 'sv',
    pays: 'online',
    depositMinor: 0,
    holdUntil: null,
    lapse: null,
    expectedAt: null,
    askedAs: '',
    generation: 0,
    expiresAt: 48 * HOUR,
    since: 0,
    createdAt: 0,
    updatedAt: 0,
    ...about,
  }
}
