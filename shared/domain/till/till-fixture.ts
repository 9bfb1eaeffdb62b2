import type { Shift } from './shift.ts'
import type { TillMovement } from './till-movement.ts'

const NINE = Date.UTC(2026, 10, 2, 8)
const TILL = '01890000-0000-7000-8000-0000000011a1'

/** A shift that Kim has opened with a float of 1,000.00 SEK, save for what is told. */
export function aShift(told: Partial<Shift> = {}): Shift {
  return {
    ...{ id: '01890000-0000-7000-8000-000000005111', tillId: TILL, number: 3, state: 'open' },
    ...{ currency: 'SEK', openedAt: NINE, openedBy: 'Kim', heldBy: 'Kim', floatMinor: 100_000 },
    ...{ handOverFrom: '', closedAt: null, closedBy: null, countedMinor: null },
    ...{ expectedMinor: null, varianceMinor: null, varianceReason: '', varianceApprovedBy: null },
    ...{ handOverNote: '', updatedAt: NINE },
    ...told,
  }
}

/** A payment of 100.00 SEK in cash with 25 % tax that counts in that shift, save for what is told. */
export function aMovement(told: Partial<TillMovement> = {}): TillMovement {
  return {
    ...{ id: 1, tillId: TILL, shiftId: aShift().id, kind: 'paymentTaken', means: 'cash' },
    ...{ amountMinor: 10_000, roundingMinor: 0, currency: 'SEK' },
    vat: [{ ratePct: 25, exclMinor: 8_000, vatMinor: 2_000 }],
    ...{ paymentId: '01890000-0000-7000-8000-0000000aa111', refundId: null, at: NINE },
    ...told,
  }
}
