import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../time/instant.ts'
import { firstTerms } from '../site/booking-terms.ts'
import { aBooking, aroundOf, NOON, STATION, testId } from './booking-fixture.ts'
import type { Booking } from './booking.ts'
import { holdingStates, placeOf } from './states.ts'
import { type BookingCommand, newBooking } from './command.ts'
import { decide } from './decide.ts'
import type { BookingRefusal } from './refusal.ts'
import type { StepChange } from './step.ts'
import type { Surroundings } from './surroundings.ts'
import { takeBack } from './take-back.ts'

const counter = () => {
  let number = 100
  return () => (number += 1)
}
const run = (around: Surroundings, ...commands: BookingCommand[]) =>
  decide(commands, around, counter())
const create = (number: number, words: Partial<Booking> = {}): BookingCommand => {
  const { stationId, connectorId, arrivesAt, departsAt, plate, need } = aBooking(words)
  const plan = newBooking.parse({ stationId, connectorId, arrivesAt, departsAt, plate, need })
  return { kind: 'create', id: testId(number), origin: 'desk', requested: false, plan }
}

describe('commands', () => {
  test('make a booking, and the same one sent again makes no other', () => {
    const around = aroundOf()
    expect(run(around, create(5))).toMatchObject({
      kind: 'done',
      changes: [{ before: null, after: { id: testId(5), state: 'confirmed', revision: 0 } }],
    })
    expect(run(around, create(5))).toEqual({ kind: 'done', changes: [] })
  })

  test('are done all or not at all', () => {
    const around = aroundOf()
    const decision = run(around, create(5), create(6))
    expect(decision).toMatchObject({ kind: 'refused', refusals: [{ code: 'overlaps' }] })
    expect(around.occupancy.get(testId(5))).toBeUndefined()
  })

  test('are judged by where they lead: two bookings may change places', () => {
    const around = aroundOf([aBooking(), aBooking({ id: testId(2), connectorId: 2 })])
    const to = (id: string, connectorId: number): BookingCommand => ({
      kind: 'change',
      id,
      patch: { stationId: STATION, connectorId },
    })
    expect(run(around, to(testId(1), 2), to(testId(2), 1)).kind).toBe('done')
    expect(around.occupancy.on(STATION, 1).map(({ id }) => id)).toEqual([testId(2)])
  })

  test('that have seen an older revision are refused, and told what it is now', () => {
    const around = aroundOf([aBooking({ revision: 3 })])
    const late: BookingCommand = { kind: 'change', id: testId(1), revision: 2, patch: {} }
    expect(run(around, late)).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'changedSince', revision: 3, plate: 'ABC 123' }],
    })
  })

  test('can’t move a car that is there, nor end a booking that charges, nor change one that is over', () => {
    const move: BookingCommand = { kind: 'change', id: testId(1), patch: { connectorId: 2 } }
    const of = (state: Booking['state'], command: BookingCommand) => {
      const decision = run(aroundOf([aBooking({ state })]), command)
      return decision.kind === 'refused' ? decision.refusals[0]?.code : 'done'
    }
    expect(of('charging', move)).toBe('hasArrived')
    expect(of('left', move)).toBe('ended')
    expect(of('charging', { kind: 'leave', id: testId(1) })).toBe('charging')
    expect(of('finished', { kind: 'leave', id: testId(1) })).toBe('done')
    expect(of('confirmed', { kind: 'leave', id: testId(1) })).toBe('notPresent')
    expect(of('arrived', { kind: 'cancel', id: testId(1), reason: '' })).toBe('hasArrived')
    expect(of('arrived', { kind: 'change', id: testId(1), patch: { note: 'by the door' } })).toBe(
      'done',
    )
  })

  test('split a booking in two that together bring all it was to bring', () => {
    const need = { kind: 'energy', energyWh: 10_001 } as const
    const around = aroundOf([aBooking({ need })], { terms: { ...firstTerms, turnaroundMin: 10 } })
    const at = NOON + 2 * HOUR
    const decision = run(around, { kind: 'split', id: testId(1), at, newId: testId(2) })
    expect(decision).toMatchObject({
      kind: 'done',
      changes: [
        { after: { departsAt: at, need: { energyWh: 5_001 } } },
        { after: { arrivesAt: at + 10 * MINUTE, need: { energyWh: 5_000 } } },
      ],
    })
    const outside = { kind: 'split', id: testId(2), at: NOON, newId: testId(3) } as const
    expect(run(around, outside)).toMatchObject({ refusals: [{ code: 'splitOutside' }] })
  })
})

const quarter = 15 * MINUTE
const anyNumber = fc.integer({ min: 1, max: 6 })
const anyId = anyNumber.map(testId)
const anyStart = fc.integer({ min: 0, max: 40 }).map((slots) => NOON + slots * quarter)
const anyConnector = fc.integer({ min: 1, max: 3 })
const anyCommand: fc.Arbitrary<BookingCommand> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({
        number: anyNumber,
        at: anyStart,
        slots: anyNumber,
        connectorId: fc.option(anyConnector),
      })
      .map(({ number, at, slots, connectorId }) =>
        create(number, {
          arrivesAt: at,
          departsAt: at + slots * quarter,
          connectorId,
          stationId: connectorId === null ? null : STATION,
        }),
      ),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({ id: anyId, at: anyStart, slots: anyNumber, connectorId: anyConnector })
      .map(({ id, at, slots, connectorId }): BookingCommand => ({
        kind: 'change',
        id,
        patch: { arrivesAt: at, departsAt: at + slots * quarter, stationId: STATION, connectorId },
      })),
  },
  fc
    .record({ id: anyId, at: anyStart, newId: fc.integer({ min: 7, max: 9 }).map(testId) })
    .map((words): BookingCommand => ({ kind: 'split', ...words })),
  fc.record({ id: anyId, kind: fc.constantFrom('confirm', 'arrive', 'leave', 'noShow') }),
  anyId.map((id): BookingCommand => ({ kind: 'cancel', id, reason: '' })),
)
const anySteps = fc.array(fc.array(anyCommand, { minLength: 1, maxLength: 3 }), { maxLength: 25 })
const anyTurnaround = fc.constantFrom(0, 10, 30)
const ids = Array.from({ length: 9 }, (_, index) => testId(index + 1))

test('no sequence of accepted commands has two bookings hold one connector at once', () => {
  fc.assert(
    fc.property(anySteps, anyTurnaround, (steps, turnaroundMin) => {
      const around = aroundOf([], { terms: { ...firstTerms, turnaroundMin } })
      const nextNumber = counter()
      for (const commands of steps) {
        decide(commands, around, nextNumber)
        expect(overlaps(around, turnaroundMin * MINUTE)).toEqual([])
      }
    }),
    { numRuns: 300 },
  )
})

test('to undo any sequence brings back the same rows, and to do it again the later ones', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const around = aroundOf()
      const nextNumber = counter()
      const done: StepChange[][] = []
      const seen = [rowsOf(around)]
      for (const commands of steps) {
        const decision = decide(commands, around, nextNumber)
        if (decision.kind === 'refused' || decision.changes.length === 0) continue
        done.push([...decision.changes])
        seen.push(rowsOf(around))
      }
      for (let index = done.length - 1; index >= 0; index -= 1) {
        const undone = takeBack(done[index] ?? [], 'undo', around, nextNumber)
        // Whoever has come before the time stands there, whatever was booked.
        if (undone.kind === 'refused' && undone.refusals.every((one) => isEarly(one, around)))
          return
        expect(undone.kind).toBe('done')
        expect(rowsOf(around)).toEqual(seen[index])
      }
      for (const [index, changes] of done.entries()) {
        expect(takeBack(changes, 'redo', around, nextNumber).kind).toBe('done')
        expect(rowsOf(around)).toEqual(seen[index + 1])
      }
    }),
    { numRuns: 300 },
  )
})

test('a step is not taken back over what somebody else has changed since', () => {
  const around = aroundOf([aBooking()])
  const move: BookingCommand = { kind: 'change', id: testId(1), patch: { connectorId: 2 } }
  const step = run(around, move)
  if (step.kind !== 'done') throw new Error('the move was refused')
  run(around, { kind: 'change', id: testId(1), patch: { note: 'by the door' } })
  expect(takeBack(step.changes, 'undo', around, counter())).toMatchObject({
    kind: 'done',
    changes: [{ after: { connectorId: 1, note: 'by the door' } }],
  })
  run(around, move)
  run(around, { kind: 'change', id: testId(1), patch: { connectorId: 3 } })
  expect(takeBack(step.changes, 'undo', around, counter())).toMatchObject({
    kind: 'refused',
    refusals: [{ code: 'changedSince' }],
  })
})

test('a step is not taken back onto a connector that another has taken meanwhile', () => {
  const around = aroundOf([aBooking()])
  const step = run(around, { kind: 'change', id: testId(1), patch: { connectorId: 2 } })
  if (step.kind !== 'done') throw new Error('the move was refused')
  run(around, create(2))
  expect(takeBack(step.changes, 'undo', around, counter())).toMatchObject({
    kind: 'refused',
    refusals: [{ code: 'overlaps', bookingId: testId(2) }],
  })
  expect(around.occupancy.get(testId(1))?.connectorId).toBe(2)
})

function isEarly(refusal: BookingRefusal, { occupancy }: Surroundings): boolean {
  if (refusal.code !== 'overlaps') return false
  const other = occupancy.get(refusal.bookingId)
  return other !== undefined && (other.arrivedAt ?? Infinity) < other.arrivesAt
}

function overlaps({ occupancy }: Surroundings, turnaroundMs: number): string[] {
  const held = ids
    .map((id) => occupancy.get(id))
    .filter((row) => row !== undefined)
    .filter((row) => placeOf(row) !== null && holdingStates.has(row.state))
  return held.flatMap((one) =>
    held
      .filter((other) => other.id > one.id && placeOf(other) === placeOf(one))
      .filter(
        (other) =>
          one.arrivesAt < other.departsAt + turnaroundMs &&
          other.arrivesAt < one.departsAt + turnaroundMs,
      )
      .map((other) => `${one.id} ${other.id}`),
  )
}

/** The rows but for what only counts: when and how often they were written, and their numbers. */
function rowsOf({ occupancy }: Surroundings) {
  return ids.map((id) => {
    const row = occupancy.get(id)
    return row && { ...row, revision: 0, updatedAt: 0, reservationId: 0 }
  })
}
