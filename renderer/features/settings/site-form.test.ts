import { firstGridTerms } from '../../../shared/domain/site/grid.ts'
import { firstTerms } from '../../../shared/domain/site/booking-terms.ts'
import { expect, test } from 'vitest'
import { siteFlaws, siteFormOf, sitePatchOf } from './site-form.ts'

const site = {
  id: 's',
  name: 'Norra depån',
  timeZone: 'Europe/Stockholm',
  currency: 'SEK',
  ...firstGridTerms,
  gridLimitW: 200_000,
  ...firstTerms,
  createdAt: 0,
  updatedAt: 0,
}

test('an untouched form is right and changes nothing', () => {
  const form = siteFormOf(site)
  expect(siteFlaws(form)).toEqual([])
  expect(sitePatchOf(form, site)).toEqual({})
})

test('only what was changed is sent, and an emptied limit is a limit not known', () => {
  const form = { ...siteFormOf(site), name: ' Södra depån ', limitKw: '' }
  expect(sitePatchOf(form, site)).toEqual({ name: 'Södra depån', gridLimitW: null })
})

test('a limit that no grid connection has is told', () => {
  for (const limitKw of ['0', '0.9', '100001', 'x']) {
    expect(siteFlaws({ ...siteFormOf(site), limitKw })).toEqual(['limit'])
  }
})
