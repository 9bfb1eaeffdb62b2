import { expect, it } from 'vitest'
import { firstPaymentTerms } from '../../../../shared/domain/payment/payment-terms.ts'
import type { PaymentTerms } from '../../../../shared/domain/payment/payment-terms.ts'
import { paymentTermsWays, payWithin, withMeans } from './payment-terms-form.ts'

const terms: PaymentTerms = {
  id: 'paymentTerms',
  ...firstPaymentTerms,
  legalName: 'Depot AB',
  address: ['Street 1', '123 45 Town'],
  holdMinor: 30_000,
  updatedAt: 0,
}
const { formOf, flawsOf, patchOf } = paymentTermsWays('SEK', 'sv')

it('shows the terms, and changes nothing by that', () => {
  expect(formOf(terms)).toMatchObject({ address: 'Street 1\n123 45 Town', hold: '300,00' })
  expect(flawsOf(formOf(terms))).toEqual([])
  expect(patchOf(formOf(terms), terms)).toEqual({})
})

it('sends only what was changed', () => {
  const form = { ...formOf(terms), hold: '', address: 'Street 2\n\n', locationId: ' tml_1 ' }
  expect(patchOf(form, terms)).toEqual({ holdMinor: 0, address: ['Street 2'], locationId: 'tml_1' })
})

it('says what is wrong before anything is sent', () => {
  const wrong = { hold: 'much', payWithinMin: '29', address: 'a\nb\nc\nd\ne\nf' }
  expect(flawsOf({ ...formOf(terms), ...wrong })).toEqual(['address', 'payWithinMin', 'hold'])
})

it('says how long a link to pay may live, and takes no other', () => {
  expect(payWithin).toEqual({ least: 30, most: 1_440 })
  const flaws = (payWithinMin: string) => flawsOf({ ...formOf(terms), payWithinMin })
  for (const fits of ['30', ' 1440 ']) expect(flaws(fits)).toEqual([])
  for (const wrong of ['1441', '', '30.5', '1e2', '-60'])
    expect(flaws(wrong)).toEqual(['payWithinMin'])
})

it('takes payers to a page of the site’s over https alone, or to none', () => {
  const flaws = (returnUrl: string) => flawsOf({ ...formOf(terms), returnUrl })
  expect(flaws(' https://site.example/thanks ')).toEqual([])
  expect(flaws('')).toEqual([])
  for (const wrong of ['http://site.example', 'javascript:alert(1)', 'site.example'])
    expect(flaws(wrong)).toEqual(['returnUrl'])
})

it('keeps the means in the order the desk offers them', () => {
  expect(withMeans(['cash'], 'checkout', true)).toEqual(['checkout', 'cash'])
  expect(withMeans(['checkout', 'cash'], 'checkout', false)).toEqual(['cash'])
})
