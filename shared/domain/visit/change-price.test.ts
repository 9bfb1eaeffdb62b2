import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changePrice, type ChangePriceFacts } from './change-price.ts'

const facts = (told: Partial<ChangePriceFacts> = {}): ChangePriceFacts => ({
  visit: { pays: 'online', depositMinor: 3_200 },
  bill: { state: 'estimated', paidMinor: 3_200, heldMinor: 0 },
  payments: [{ means: 'checkout', capturedMinor: 3_200, refundedMinor: 0 }],
  rules: { depositPct: 100 },
  ...{ wasMinor: 3_200, becomesMinor: 6_400, currency: 'SEK', settlement: 'pay', ...told },
})

describe('a change of price', () => {
  test('to more is paid now, to less is given back now', () => {
    expect(changePrice(facts())).toMatchObject({ toPayMinor: 3_200, toRefundMinor: 0 })
    expect(changePrice(facts({ becomesMinor: 1_600 }))).toMatchObject({
      ...{ toPayMinor: 0, toRefundMinor: 1_600, depositMinor: 1_600 },
    })
  })

  test('of a stay that runs gives back when it is over', () => {
    const bill = { state: 'running', paidMinor: 3_200, heldMinor: 0 } as const
    expect(changePrice(facts({ bill, becomesMinor: 1_600 })).toRefundMinor).toBe(0)
  })

  test('too small for a card holds nothing up', () => {
    expect(changePrice(facts({ becomesMinor: 3_300 }))).toMatchObject({
      ...{ differenceMinor: 100, toPayMinor: 0, depositMinor: 3_200 },
    })
  })

  test('moves only the part that is paid ahead', () => {
    const half = facts({
      ...{ rules: { depositPct: 50 }, visit: { pays: 'online', depositMinor: 1_600 } },
      bill: { state: 'estimated', paidMinor: 1_600, heldMinor: 0 },
    })
    expect(changePrice(half)).toMatchObject({ differenceMinor: 3_200, toPayMinor: 1_600 })
  })

  test('moves nothing of who pays at the desk or by invoice', () => {
    const atDesk = facts({ visit: { pays: 'atDesk', depositMinor: 0 } })
    expect(changePrice(atDesk)).toMatchObject({ differenceMinor: 3_200, toPayMinor: 0 })
    expect(changePrice(facts({ settlement: 'invoice' })).toPayMinor).toBe(0)
  })

  test('gives back no cash, and never more than was taken', () => {
    const cash = [{ means: 'cash', capturedMinor: 3_200, refundedMinor: 0 }] as const
    expect(changePrice(facts({ payments: cash, becomesMinor: 1_600 })).toRefundMinor).toBe(0)
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(20_000), fc.nat(20_000), (was, becomes, taken) => {
        const price = changePrice(
          facts({
            ...{ wasMinor: was, becomesMinor: becomes },
            visit: { pays: 'online', depositMinor: was },
            bill: { state: 'estimated', paidMinor: taken, heldMinor: 0 },
            payments: [{ means: 'checkout', capturedMinor: taken, refundedMinor: 0 }],
          }),
        )
        expect(price.toRefundMinor).toBeLessThanOrEqual(taken)
        expect(Math.min(price.toPayMinor, price.toRefundMinor)).toBe(0)
        expect(price.differenceMinor).toBe(becomes - was)
      }),
    )
  })
})
