import { expect, it } from 'vitest'
import { handedOver, inCoins, payOf, stripFlaws } from './begin-wish.ts'
import type { BeginAround } from './begin-wish.ts'
import { emptyStrip } from './strip-form.ts'
import type { StripForm } from './strip-form.ts'
import { promiseLike } from './strip-fixture.ts'

const around: BeginAround = {
  hasNeed: true,
  promise: promiseLike(),
  nobodyPays: false,
  language: 'sv',
}
const form = (told: Partial<StripForm>): StripForm => ({
  ...emptyStrip('ABC 123', 0, 'Europe/Stockholm'),
  place: { stationId: 'station-1', connectorId: 1 },
  pay: { kind: 'take', means: 'cash' },
  ...told,
})

it('takes cash in whole coins, and names the change by what was handed over', () => {
  expect(inCoins(promiseLike())).toBe(5_800)
  expect(inCoins(promiseLike({ price: null }))).toBeNull()
  expect(handedOver(form({ tendered: '100' }), around)).toBe(10_000)
  expect(stripFlaws(form({ tendered: '57' }), around)).toEqual(['tendered'])
  expect(stripFlaws(form({ tendered: '58' }), around)).toEqual([])
  expect(stripFlaws(form({ tendered: '' }), around)).toEqual([])
})

it('asks the hub for the very amount that was shown where it is taken by hand', () => {
  expect(payOf(form({ tendered: '100' }), around)).toEqual({
    kind: 'take',
    means: 'cash',
    amountMinor: 5_760,
    tenderedMinor: 10_000,
    reference: '',
    note: '',
  })
})

it('holds and asks through Stripe without an amount, for the hub knows it best', () => {
  const reader = form({ pay: { kind: 'hold', means: 'reader' }, readerId: 'tmr_1' })
  expect(payOf(reader, around)).toEqual({ kind: 'hold', means: 'reader', readerId: 'tmr_1' })
  expect(payOf(form({ pay: { kind: 'ask', means: 'swish' } }), around)).toEqual({
    kind: 'ask',
    means: 'swish',
  })
  expect(payOf(form({ pay: { kind: 'later', means: null } }), around)).toEqual({ kind: 'later' })
})

it('says what is missing, the leftmost first', () => {
  expect(stripFlaws(form({ place: null, pay: null }), { ...around, hasNeed: false })).toEqual([
    'place',
    'need',
    'pay',
  ])
  const by = (pay: StripForm['pay']) => stripFlaws(form({ pay }), around)
  expect(by({ kind: 'hold', means: 'reader' })).toEqual(['reader'])
  expect(by({ kind: 'take', means: 'externalTerminal' })).toEqual(['reference'])
  expect(by({ kind: 'take', means: 'invoice' })).toEqual(['reference'])
  expect(by({ kind: 'take', means: 'voucher' })).toEqual(['note'])
})

it('asks nothing of money where nobody pays on the spot', () => {
  expect(stripFlaws(form({ pay: null }), { ...around, nobodyPays: true })).toEqual([])
})
