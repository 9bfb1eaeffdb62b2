import { expect, test } from 'vitest'
import type { CdrTerms } from '../../../../shared/domain/cdr/cdr-terms.ts'
import { cdrTermsFlaws, cdrTermsForm, cdrTermsPatch } from './cdr-terms-form.ts'

const terms: CdrTerms = {
  ...{ id: 'cdrTerms', countryCode: 'SE', partyId: '', address: '', city: '', postalCode: '' },
  ...{ country: 'SWE', latitude: '', longitude: '', updatedAt: 0 },
}
const form = cdrTermsForm(terms)

test('codes become capitals and commas points, and only what was changed is sent', () => {
  expect(cdrTermsPatch(form, terms)).toEqual({})
  const typed = { ...form, partyId: 'lad', latitude: '65,58482' }
  expect(cdrTermsFlaws(typed)).toEqual([])
  expect(cdrTermsPatch(typed, terms)).toEqual({ partyId: 'LAD', latitude: '65.58482' })
})

test('what a partner could not read is told', () => {
  const bad = { ...form, partyId: 'LADD', countryCode: '', latitude: '65.5', city: 'x'.repeat(46) }
  expect(cdrTermsFlaws(bad)).toEqual(['partyId', 'countryCode', 'city', 'latitude'])
})
