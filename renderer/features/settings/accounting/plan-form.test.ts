import { expect, test } from 'vitest'
import type { AccountPlanRow } from '../../../../shared/contract/accounting.ts'
import { planForm, planPatch } from './plan-form.ts'

const row = (id: string, number: string, name: string): AccountPlanRow => ({
  ...{ id, number, name, isChanged: false, isUsed: true },
})
const rows = [row('bank', '1930', 'Bank'), row('safe', '1911', 'Kassa'), row('vat/700', '', '')]
const typed = (id: string, number: string, name: string) => {
  const form = planForm(rows, new Map([[id, { number, name }]]))
  return { form, patch: planPatch(form), flaw: form.find((one) => one.id === id)?.flaw }
}

test('only the rows that were typed over are saved, and one without a number may stay so', () => {
  expect(planPatch(planForm(rows, new Map()))).toEqual([])
  expect(typed('bank', '1940', ' Banken ').patch).toEqual([
    { id: 'bank', number: '1940', name: 'Banken' },
  ])
  expect(typed('vat/700', '2641', 'Moms 7 %').patch).toHaveLength(1)
})

test('a number is four digits with one name', () => {
  expect(typed('bank', '193', 'Bank')).toMatchObject({ flaw: 'number', patch: null })
  expect(typed('bank', '1930', ' ')).toMatchObject({ flaw: 'name', patch: null })
  expect(typed('bank', '1911', 'Bank')).toMatchObject({ flaw: 'namesDiffer', patch: null })
  expect(typed('bank', '1911', 'Kassa')).toMatchObject({ flaw: null })
})
