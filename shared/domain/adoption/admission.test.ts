import fc from 'fast-check'
import { expect, test } from 'vitest'
import { admission, type Knock, MOST_CANDIDATES } from './admission.ts'

const anyKnock = fc.record<Knock>({
  station: fc.option(fc.record({ authentication: fc.constantFrom('password', 'none') }), {
    nil: undefined,
  }),
  password: fc.constantFrom('none', 'wrong', 'right'),
  pairing: fc.record({ openUntil: fc.option(fc.integer({ min: 0, max: 20 })) }),
  candidate: fc.option(
    fc.record({
      state: fc.constantFrom('waiting', 'gone', 'refused', 'adopted'),
      lastSeenAt: fc.integer({ min: 0, max: 20 }),
    }),
    { nil: undefined },
  ),
  waiting: fc.nat(MOST_CANDIDATES + 1),
  now: fc.constant(10),
})

test('a station that needs a password gets in only with the right one, whatever else is so', () => {
  fc.assert(
    fc.property(anyKnock, (knock) => {
      fc.pre(knock.station?.authentication === 'password')
      expect(admission(knock).kind === 'station').toBe(knock.password === 'right')
    }),
  )
})

test('an unknown charger gets in only while pairing is open, and only to wait', () => {
  fc.assert(
    fc.property(anyKnock, (knock) => {
      fc.pre(knock.station === undefined)
      const { kind } = admission(knock)
      expect(kind).not.toBe('station')
      const open = knock.pairing.openUntil !== null && knock.pairing.openUntil > 10
      if (!open) expect(kind).toBe('refused')
    }),
  )
})

const open: Knock = {
  station: undefined,
  password: 'none',
  pairing: { openUntil: 20 },
  candidate: undefined,
  waiting: 0,
  now: 10,
}

test('a known id with a wrong password is never taken for an unknown charger', () => {
  const knock: Knock = { ...open, station: { authentication: 'password' }, password: 'wrong' }
  expect(admission(knock)).toEqual({ kind: 'refused', reason: 'wrongPassword' })
})

test('a charger turned away at the desk stays away', () => {
  const knock: Knock = { ...open, candidate: { state: 'refused', lastSeenAt: 9 } }
  expect(admission(knock)).toEqual({ kind: 'refused', reason: 'refusedAtDesk' })
})

test('a crowd of unknown chargers is bounded, and one that waits already may come back', () => {
  const crowded: Knock = { ...open, waiting: MOST_CANDIDATES }
  expect(admission(crowded).kind).toBe('refused')
  expect(admission({ ...crowded, candidate: { state: 'waiting', lastSeenAt: 9 } }).kind).toBe(
    'candidate',
  )
})
