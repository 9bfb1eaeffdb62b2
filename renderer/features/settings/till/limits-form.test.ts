import { expect, test } from 'vitest'
import { limitsForm, limitsIn } from './limits-form.ts'

const terms = {
  ...{ refundLimitMinor: 50_000, refundsPerShiftLimitMinor: null },
  ...{ voidLimitMinor: 0, varianceLimitMinor: 10_050 },
}

test('limits are typed in the language that is shown, and come back as they were', () => {
  const form = limitsForm(terms, 'SEK', 'sv')
  expect(form).toEqual({
    ...{ refundLimitMinor: '500,00', refundsPerShiftLimitMinor: '' },
    ...{ voidLimitMinor: '0,00', varianceLimitMinor: '100,50' },
  })
  expect(limitsIn(form, 'SEK', 'sv')).toEqual(terms)
})

test('what is no amount is none', () => {
  const form = { ...limitsForm(terms, 'SEK', 'en'), voidLimitMinor: 'much' }
  expect(limitsIn(form, 'SEK', 'en')).toBeUndefined()
})
