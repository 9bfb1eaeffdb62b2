import { expect, test } from 'vitest'
import { aPayment } from '../payment/payment-fixture.ts'
import {
  type PaymentMeans,
  paymentMeans,
  type PaymentState,
  paymentState,
} from '../payment/payment.ts'
import type { CashCount } from './cash-count.ts'
import { closing } from './closing.ts'
import { aShift } from './till-fixture.ts'
import { whenClosing } from './under-way.ts'

const shift = aShift()
const count = (purpose: CashCount['purpose'], totalMinor: number, expectedMinor = 120_000) => ({
  ...{ id: shift.id, shiftId: shift.id, purpose, denominations: [], totalMinor, expectedMinor },
  ...{ by: 'Kim', at: shift.openedAt },
})
const close = (told: Partial<Parameters<typeof closing>[1]> = {}, of = shift) =>
  closing(of, {
    ...{ payments: [], counts: [count('closing', 120_000)] },
    ...{ expectedMinor: 120_000, varianceReason: '' },
    ...told,
  })
const refusalOf = (told: Parameters<typeof close>[0], of = shift) => {
  const closed = close(told, of)
  return closed.kind === 'refused' ? closed.refusal : null
}

test('a drawer that was counted right closes without a word', () => {
  expect(close()).toEqual({
    ...{ kind: 'closes', countedMinor: 120_000, expectedMinor: 120_000, varianceMinor: 0 },
    handedOver: [],
  })
})

test('what is off needs a reason, whichever way', () => {
  for (const totalMinor of [119_900, 120_100]) {
    const counts = [count('closing', totalMinor)]
    const varianceMinor = totalMinor - 120_000
    expect(refusalOf({ counts })).toEqual({ code: 'reasonNeeded', varianceMinor })
    expect(close({ counts, varianceReason: 'Wrong change' })).toMatchObject({ varianceMinor })
  }
})

test('of several counts the last one closes; one between times closes nothing', () => {
  const counts = [count('closing', 119_000), count('closing', 120_000), count('spot', 1)]
  expect(close({ counts })).toMatchObject({ countedMinor: 120_000, varianceMinor: 0 })
  expect(refusalOf({ counts: [count('spot', 120_000)] })).toEqual({ code: 'countNeeded' })
})

test('what has moved since the count is counted again', () => {
  expect(refusalOf({ expectedMinor: 125_000 })).toEqual({ code: 'countNeeded' })
})

test('a closed shift stays closed', () => {
  expect(refusalOf({}, aShift({ state: 'closed' }))).toEqual({ code: 'closed' })
})

test('what nobody knows the end of keeps a shift open, and what to do is told', () => {
  const payments = [
    aPayment({ means: 'swish', state: 'open' }),
    aPayment({ means: 'checkout', state: 'unknown' }),
    aPayment({ means: 'reader', state: 'processing' }),
    aPayment({ means: 'checkout', state: 'open' }),
  ]
  expect(refusalOf({ payments })).toMatchObject({
    code: 'underWay',
    payments: [{ hint: 'cancel' }, { hint: 'resolve' }, { hint: 'wait' }],
  })
})

test('links and holds go on, and are handed over', () => {
  const payments = [
    aPayment({ means: 'checkout', state: 'open' }),
    aPayment({ means: 'reader', state: 'held' }),
    aPayment({ means: 'reader', state: 'failed' }),
  ]
  expect(close({ payments })).toMatchObject({ handedOver: payments.slice(0, 2) })
})

const all = paymentMeans.options.flatMap((means) =>
  paymentState.options.map((state) => [means, state] as [PaymentMeans, PaymentState]),
)
test.each(all)(
  'a payment by %s that is %s is over, goes on, or keeps the shift open',
  (means, state) => {
    const over = ['paid', 'failed', 'cancelled', 'expired'].includes(state)
    expect(whenClosing({ means, state }) === null).toBe(over)
  },
)
