import { expect, test } from 'vitest'
import { limitsWays } from './limits-form.ts'

const terms = {
  ...{ refundLimitMinor: 50_000, refundsPerShiftLimitMinor: null },
  ...{ voidLimitMinor: 0, varianceLimitMinor: 10_050 },
}

test('limits are typed in the language that is shown, and only what was changed is sent', () => {
  const { formOf, flawsOf, patchOf } = limitsWays('SEK', 'sv')
  const form = formOf(terms)
  expect(form).toEqual({
    ...{ refundLimitMinor: '500,00', refundsPerShiftLimitMinor: '' },
    ...{ voidLimitMinor: '0,00', varianceLimitMinor: '100,50' },
  })
  expect(flawsOf(form)).toEqual([])
  expect(patchOf(form, terms)).toEqual({})
  const changed = { ...form, refundsPerShiftLimitMinor: '2000', voidLimitMinor: '' }
  expect(patchOf(changed, terms)).toEqual({
    ...{ refundsPerShiftLimitMinor: 200_000, voidLimitMinor: null },
  })
})

test('what is no amount is a flaw', () => {
  const { formOf, flawsOf } = limitsWays('SEK', 'en')
  expect(flawsOf({ ...formOf(terms), voidLimitMinor: 'much' })).toEqual(['voidLimitMinor'])
})
