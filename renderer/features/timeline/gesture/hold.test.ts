import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  aBooking,
  NOON,
  STATION,
  testId,
} from '../../../../shared/domain/booking/booking-fixture.ts'
import { HOUR, MINUTE } from '../../../../shared/time/instant.ts'
import { commandsOf, draftsOf, type Grid, type Hold, SHORTEST_MS } from './hold.ts'

const key = (connectorId: number) => `${STATION}/${connectorId}`
const quarter = 15 * MINUTE
const grid: Grid = {
  placeKeys: [1, 2, 3, 4].map(key),
  snap: (at) => Math.round(at / quarter) * quarter,
}
const one = aBooking()
const two = aBooking({
  id: testId(2),
  connectorId: 2,
  arrivesAt: NOON + 4 * HOUR,
  departsAt: NOON + 5 * HOUR,
})
const newId = () => testId(77)
const moving = (words: Partial<Hold & { kind: 'move' }> = {}): Hold => ({
  kind: 'move',
  bookings: [one],
  grabbed: one,
  grabOffsetMs: 30 * MINUTE,
  copy: false,
  ...words,
})

describe('what is moved', () => {
  test('lies where its grabbed point is, to the step of the clock, and is as long as it was', () => {
    const at = NOON + 2 * HOUR + 37 * MINUTE
    const [draft] = draftsOf(moving(), { at, placeKey: key(3) }, grid)
    expect(draft?.placement).toEqual({
      stationId: STATION,
      connectorId: 3,
      arrivesAt: NOON + 2 * HOUR,
      departsAt: NOON + 4 * HOUR,
    })
  })

  test('stays on its row while the pointer is over none', () => {
    const [draft] = draftsOf(moving(), { at: NOON + 2 * HOUR, placeKey: null }, grid)
    expect(draft?.placement.connectorId).toBe(1)
  })

  test('moves as one, and no further than the rows go', () => {
    const hold = moving({ bookings: [one, two] })
    const at = one.arrivesAt + 30 * MINUTE + HOUR
    const drafts = draftsOf(hold, { at, placeKey: key(4) }, grid)
    expect(drafts.map(({ placement }) => placement.connectorId)).toEqual([3, 4])
    expect(
      drafts.map(({ placement, booking }) => placement.arrivesAt - (booking?.arrivesAt ?? 0)),
    ).toEqual([HOUR, HOUR])
  })

  test('needs no command when it is put back where it was', () => {
    const target = { at: one.arrivesAt + 30 * MINUTE, placeKey: key(1) }
    expect(commandsOf(moving(), draftsOf(moving(), target, grid), newId)).toEqual([])
  })

  test('is told with the revision that was seen, so that nobody’s change is lost', () => {
    const drafts = draftsOf(moving(), { at: NOON + 3 * HOUR, placeKey: key(2) }, grid)
    expect(commandsOf(moving(), drafts, newId)).toMatchObject([
      { kind: 'change', id: one.id, revision: 0, patch: { connectorId: 2 } },
    ])
  })

  test('takes its slack along', () => {
    const slack = aBooking({ flexibility: 'flexible', latestDepartsAt: one.departsAt + HOUR })
    const hold = moving({ bookings: [slack], grabbed: slack })
    const drafts = draftsOf(hold, { at: NOON + 3 * HOUR + 30 * MINUTE, placeKey: key(1) }, grid)
    expect(commandsOf(hold, drafts, newId)).toMatchObject([
      { patch: { arrivesAt: NOON + 3 * HOUR, latestDepartsAt: one.departsAt + 3 * HOUR } },
    ])
  })

  test('from the tray comes to the row it is dropped on, and nowhere when dropped beside', () => {
    const unplaced = aBooking({ stationId: null, connectorId: null })
    const hold = moving({ bookings: [unplaced], grabbed: unplaced, grabOffsetMs: 0 })
    expect(draftsOf(hold, { at: NOON, placeKey: key(2) }, grid)[0]?.placement).toMatchObject({
      connectorId: 2,
      arrivesAt: NOON,
    })
    expect(draftsOf(hold, { at: NOON, placeKey: null }, grid)).toEqual([])
  })

  test('as a copy is a booking of its own; the first one stays', () => {
    const hold = moving({ copy: true })
    const drafts = draftsOf(hold, { at: NOON + 3 * HOUR, placeKey: key(2) }, grid)
    expect(commandsOf(hold, drafts, newId)).toMatchObject([
      { kind: 'create', id: testId(77), plan: { plate: 'ABC 123', connectorId: 2 } },
    ])
  })
})

test('what is resized keeps its other end, and never turns around', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -600, max: 600 }),
      fc.constantFrom('arrival' as const, 'departure' as const),
      (minutes, end) => {
        const hold: Hold = { kind: 'resize', booking: one, end }
        const [draft] = draftsOf(hold, { at: NOON + minutes * MINUTE, placeKey: key(2) }, grid)
        const { arrivesAt = 0, departsAt = 0, connectorId } = draft?.placement ?? {}
        expect(connectorId).toBe(1)
        expect(departsAt - arrivesAt).toBeGreaterThanOrEqual(SHORTEST_MS)
        if (end === 'arrival') expect(departsAt).toBe(one.departsAt)
        else expect(arrivesAt).toBe(one.arrivesAt)
      },
    ),
  )
})

test('what is drawn reaches from where it was begun to the pointer, whichever comes first', () => {
  const hold: Hold = { kind: 'draw', placeKey: key(3), anchorAt: NOON }
  const drawn = (at: number) => draftsOf(hold, { at, placeKey: key(1) }, grid)[0]?.placement
  expect(drawn(NOON + HOUR)).toMatchObject({
    connectorId: 3,
    arrivesAt: NOON,
    departsAt: NOON + HOUR,
  })
  expect(drawn(NOON - HOUR)).toMatchObject({ arrivesAt: NOON - HOUR, departsAt: NOON })
})
