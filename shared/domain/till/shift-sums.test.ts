import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { paymentMeans } from '../payment/payment.ts'
import { drawerSumsOf, shiftSumsOf } from './shift-sums.ts'
import { aMovement } from './till-fixture.ts'
import { cashOf, oppositeVat, type TillMovement, tillMovementKind } from './till-movement.ts'

const back = aMovement({
  ...{ id: 2, kind: 'refundGiven', amountMinor: -10_000 },
  vat: oppositeVat(aMovement().vat),
})

test('what was taken and given back is told by means, and its tax by rate', () => {
  const card = aMovement({ id: 3, means: 'reader', amountMinor: 5_000, vat: [] })
  const sums = shiftSumsOf([aMovement(), { ...back, amountMinor: -2_000, vat: [] }, card])
  expect(sums.taken).toEqual([
    { means: 'reader', currency: 'SEK', count: 1, amountMinor: 5_000, roundingMinor: 0 },
    { means: 'cash', currency: 'SEK', count: 1, amountMinor: 10_000, roundingMinor: 0 },
  ])
  expect(sums.refunds).toMatchObject([{ means: 'cash', amountMinor: -2_000 }])
  expect(sums.vat).toEqual([{ currency: 'SEK', ratePct: 25, exclMinor: 8_000, vatMinor: 2_000 }])
  expect(sums.net).toEqual([{ currency: 'SEK', amountMinor: 13_000 }])
})

test('what is given back takes back all that was counted of it', () => {
  const { vat, net } = shiftSumsOf([aMovement(), back])
  expect(vat).toEqual([{ currency: 'SEK', ratePct: 25, exclMinor: 0, vatMinor: 0 }])
  expect(net).toEqual([{ currency: 'SEK', amountMinor: 0 }])
  expect(drawerSumsOf([aMovement(), back]).expectedMinor).toBe(0)
})

test('in the drawer should be the float and what moved in it, in coins', () => {
  const rounded = aMovement({ amountMinor: 10_050, roundingMinor: 50 })
  const move = (amountMinor: number) => aMovement({ kind: 'cashMoved', amountMinor, vat: [] })
  const movements = [
    aMovement({ kind: 'floatTaken', amountMinor: 100_000, vat: [] }),
    ...[rounded, move(20_000), move(-50_000), aMovement({ means: 'swish' })],
  ]
  expect(drawerSumsOf(movements)).toEqual({
    ...{ floatMinor: 100_000, takenMinor: 10_100, refundedMinor: 0, inMinor: 20_000 },
    ...{ outMinor: -50_000, roundingMinor: 50, expectedMinor: 80_100 },
  })
})

const someMovement: fc.Arbitrary<TillMovement> = fc
  .record({
    kind: fc.constantFrom(...tillMovementKind.options),
    means: fc.constantFrom(...paymentMeans.options),
    currency: fc.constantFrom('SEK', 'EUR'),
    amountMinor: fc.integer({ min: -999_999, max: 999_999 }),
    roundingMinor: fc.integer({ min: -50, max: 50 }),
  })
  .map((told) =>
    aMovement({ ...told, roundingMinor: told.means === 'cash' ? told.roundingMinor : 0 }),
  )

test('the sums of two parts add up to the sums of both', () => {
  const total = (rows: readonly { amountMinor: number }[]) =>
    rows.reduce((sum, row) => sum + row.amountMinor, 0)
  const flat = (movements: TillMovement[]) => {
    const { taken, refunds, net } = shiftSumsOf(movements)
    const { expectedMinor, roundingMinor } = drawerSumsOf(movements)
    return [total(taken), total(refunds), total(net), expectedMinor, roundingMinor]
  }
  fc.assert(
    fc.property(fc.array(someMovement), fc.array(someMovement), (one, other) => {
      const [a, b, both] = [flat(one), flat(other), flat([...one, ...other])]
      expect(both).toEqual(a.map((sum, at) => sum + (b[at] ?? 0)))
    }),
  )
})

test('what is expected is every coin that moved before the close', () => {
  fc.assert(
    fc.property(fc.array(someMovement), (movements) => {
      const before = movements.filter(
        ({ kind }) => kind !== 'varianceFound' && kind !== 'drawerEmptied',
      )
      const coins = before.reduce((sum, row) => sum + cashOf(row), 0)
      expect(drawerSumsOf(movements).expectedMinor).toBe(coins)
    }),
  )
})
