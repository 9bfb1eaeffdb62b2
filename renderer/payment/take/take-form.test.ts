import { describe, expect, it } from 'vitest'
import { aBill, aPayment } from '../../../shared/domain/payment/payment-fixture.ts'
import { firstPaymentTerms } from '../../../shared/domain/payment/payment-terms.ts'
import { amountOf, emptyTake, openingOf, takeFlaws, takingOf, tillOf } from './take-form.ts'
import type { TakeAround, TakeForm } from './take-form.ts'

const terms = { id: 'paymentTerms' as const, ...firstPaymentTerms, updatedAt: 0 }
const around = (told: Partial<TakeAround> = {}): TakeAround => ({
  bill: aBill({ inclMinor: 9_970, dueMinor: 9_970 }),
  payments: [],
  terms,
  language: 'sv',
  ...told,
})
const form = (told: Partial<TakeForm>): TakeForm => ({ ...emptyTake, ...told })
const running = aBill({ state: 'running', dueMinor: 0, estimatedMinor: 10_000, inclMinor: 2_000 })

describe('a payment in cash', () => {
  it('is all that is due in whole coins, and needs nothing more', () => {
    expect(takeFlaws(form({ means: 'cash' }), around())).toEqual([])
    expect(amountOf(form({ means: 'cash' }), around())).toBe(9_970)
    expect(tillOf(form({ means: 'cash' }), around())).toBe(10_000)
  })

  it('can’t be less than what is to be paid', () => {
    const [flaw] = takeFlaws(form({ means: 'cash', tendered: '99,00' }), around())
    expect(flaw).toEqual({
      field: 'refused',
      refusal: { code: 'tenderedTooLittle', payableMinor: 10_000 },
    })
    expect(takeFlaws(form({ means: 'cash', tendered: 'hundra' }), around())[0]).toEqual({
      field: 'tendered',
    })
  })

  it('tells the hub what was paid and what was handed over', () => {
    const typed = form({ means: 'cash', tendered: '200', reference: 'left from another means' })
    expect(takingOf(typed, 'cash', around(), 9_970)).toEqual({
      billId: around().bill.id,
      means: 'cash',
      amountMinor: 9_970,
      tenderedMinor: 20_000,
      reference: '',
      note: '',
    })
  })
})

describe('a part', () => {
  it('is taken as it is typed, and never above what is due', () => {
    const part = form({ means: 'externalTerminal', part: '50,00', reference: '4711' })
    expect(takeFlaws(part, around())).toEqual([])
    expect(takingOf(part, 'externalTerminal', around(), 5_000)).toMatchObject({
      amountMinor: 5_000,
    })
    expect(takeFlaws({ ...part, part: '100' }, around())).toEqual([
      { field: 'refused', refusal: { code: 'aboveDue', dueMinor: 9_970 } },
    ])
  })

  it('is no amount while the field is empty, zero or nonsense', () => {
    for (const part of ['', '0', 'x'])
      expect(takeFlaws(form({ means: 'voucher', part }), around())).toEqual([{ field: 'amount' }])
  })
})

describe('a hold', () => {
  it('is offered on a card while the stay goes on, of the size the site proposes', () => {
    const held = form({ means: 'reader', readerId: 'tmr_1', hold: true })
    expect(amountOf(held, around({ bill: running }))).toBe(12_000)
    expect(openingOf(held, 'reader', around({ bill: running }), 12_000)).toMatchObject({
      capture: 'manual',
      readerId: 'tmr_1',
    })
  })

  it('is none by Swish, nor once the stay is over', () => {
    const swish = form({ means: 'swish', hold: true })
    expect(openingOf(swish, 'swish', around({ bill: running }), 10_000).capture).toBe('automatic')
    const over = form({ means: 'checkout', hold: true })
    expect(openingOf(over, 'checkout', around(), 9_970).capture).toBe('automatic')
  })
})

it('names what a means still needs', () => {
  const flawOf = (told: Partial<TakeForm>) => takeFlaws(form(told), around())[0]
  const refused = (code: string) => ({ field: 'refused', refusal: { code } })
  expect(flawOf({ means: 'reader' })).toEqual({ field: 'reader' })
  expect(flawOf({ means: 'voucher' })).toEqual(refused('reasonNeeded'))
  expect(flawOf({ means: 'externalTerminal' })).toEqual(refused('referenceNeeded'))
  expect(flawOf({ means: 'invoice', reference: 'F-1' })).toEqual(refused('customerNeeded'))
  const customerId = '01890000-0000-7000-8000-00000000c001'
  expect(flawOf({ means: 'invoice', reference: 'F-1', customerId })).toBeUndefined()
})

it('does not ask twice while somebody is being asked to pay', () => {
  const payments = [aPayment({ state: 'open', amountMinor: 9_970 })]
  expect(takeFlaws(form({ means: 'checkout' }), around({ payments }))).toMatchObject([
    { field: 'refused', refusal: { code: 'alreadyPaying' } },
  ])
})
