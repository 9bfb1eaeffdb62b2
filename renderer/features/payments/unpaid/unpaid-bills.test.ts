import { expect, it } from 'vitest'
import { aBill } from '../../../../shared/domain/payment/payment-fixture.ts'
import { dueByCurrency, unpaidBills } from './unpaid-bills.ts'

const old = aBill({ id: 'a', finalAt: 1_000 })
const late = aBill({ id: 'b', finalAt: 2_000 })

it('lists who owes the longest first', () => {
  expect(unpaidBills([late], [old]).map(({ id }) => id)).toEqual(['a', 'b'])
})

it('drops a bill the moment it is paid, whatever was fetched before', () => {
  expect(unpaidBills([old, late], [{ ...old, dueMinor: 0 }]).map(({ id }) => id)).toEqual(['b'])
})

it('asks nobody who pays on account, nor before the stay is over', () => {
  const others = [aBill({ settlement: 'invoice' }), aBill({ id: 'c', state: 'running' })]
  expect(unpaidBills(others, [])).toEqual([])
})

it('sums each currency by itself', () => {
  const sums = dueByCurrency([old, late, aBill({ id: 'c', currency: 'EUR', dueMinor: 5 })])
  expect([...sums]).toEqual([
    ['SEK', 20_000],
    ['EUR', 5],
  ])
})
