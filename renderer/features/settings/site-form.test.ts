import { firstGridTerms } from '../../../shared/domain/site/grid.ts'
import { firstTerms } from '../../../shared/domain/site/booking-terms.ts'
import { firstDeskTerms } from '../../../shared/domain/site/desk-terms.ts'
import { expect, test } from 'vitest'
import { siteFlaws, siteFormOf, sitePatchOf } from './site-form.ts'

const site = {
  id: 's',
  name: 'Norra depån',
  timeZone: 'Europe/Stockholm',
  currency: 'SEK',
  ...firstGridTerms,
  ...firstTerms,
  ...firstDeskTerms,
  createdAt: 0,
  updatedAt: 0,
}

test('an untouched form is right and changes nothing', () => {
  const form = siteFormOf(site)
  expect(siteFlaws(form)).toEqual([])
  expect(sitePatchOf(form, site)).toEqual({})
})

test('only what was changed is sent', () => {
  const form = { ...siteFormOf(site), name: ' Södra depån ' }
  expect(sitePatchOf(form, site)).toEqual({ name: 'Södra depån' })
})

test('a site without a name is told', () => {
  for (const name of ['  ', 'x'.repeat(81)])
    expect(siteFlaws({ ...siteFormOf(site), name })).toEqual(['name'])
})
