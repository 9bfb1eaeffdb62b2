import { expect, test } from 'vitest'
import { firstInvoiceTerms } from '../../../../shared/domain/invoice/invoice-terms.ts'
import { invoiceTermsFlaws, invoiceTermsForm, invoiceTermsPatch } from './invoice-terms-form.ts'

const terms = { id: 'invoiceTerms', ...firstInvoiceTerms, updatedAt: 0 } as const
const form = invoiceTermsForm(terms)

test('an untouched form changes nothing, another sends only what was changed', () => {
  expect(invoiceTermsPatch(form, terms)).toEqual({})
  const changed = { ...form, prefix: ' F ', dueDays: '20', bic: 'essesess' }
  expect(invoiceTermsFlaws(changed)).toEqual([])
  expect(invoiceTermsPatch(changed, terms)).toEqual({ prefix: 'F', dueDays: 20, bic: 'ESSESESS' })
})

test('what no bank or number is, is told', () => {
  const bad = {
    firstNumber: '0',
    dueDays: 'soon',
    bankgiro: '12',
    plusgiro: 'x',
    iban: 'SE',
    bic: 'B',
  }
  expect(invoiceTermsFlaws({ ...form, ...bad, prefix: 'a b' })).toEqual([
    ...['firstNumber', 'dueDays', 'prefix', 'bankgiro', 'plusgiro', 'iban', 'bic'],
  ])
  const good = {
    bankgiro: '5050-1055',
    plusgiro: '410054-3',
    iban: 'se45 5000 0000 0583 9825 7466',
  }
  expect(invoiceTermsFlaws({ ...form, ...good })).toEqual([])
})
