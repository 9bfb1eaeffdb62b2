import { expect, test } from 'vitest'
import { firstTerms } from '../../../../shared/domain/site/booking-terms.ts'
import { firstDeskTerms } from '../../../../shared/domain/site/desk-terms.ts'
import { firstGridTerms } from '../../../../shared/domain/site/grid.ts'
import { connectionFlaws, connectionFormOf, connectionPatchOf } from './connection-form.ts'

const site = {
  id: 's',
  name: 'Norra depån',
  timeZone: 'Europe/Stockholm',
  currency: 'SEK',
  ...firstGridTerms,
  gridLimitW: 200_000,
  gridLimitDa: 3_155,
  ...firstTerms,
  ...firstDeskTerms,
  createdAt: 0,
  updatedAt: 0,
}
const form = connectionFormOf(site)

test('an untouched form is right and changes nothing', () => {
  expect(form).toMatchObject({ limitKw: '200', limitA: '315.5', voltageV: '230' })
  expect(connectionFlaws(form)).toEqual([])
  expect(connectionPatchOf(form, site)).toEqual({})
})

test('only what was changed is sent, and an emptied limit is a limit not known', () => {
  const changed = { ...form, limitKw: '', limitA: '63', reservePct: '10', controlsChargers: false }
  expect(connectionFlaws(changed)).toEqual([])
  expect(connectionPatchOf(changed, site)).toEqual({
    gridLimitW: null,
    gridLimitDa: 630,
    reservePct: 10,
    controlsChargers: false,
  })
})

test('what no connection has is told, field by field', () => {
  expect(
    connectionFlaws({ ...form, limitKw: '0', limitA: '5', voltageV: '12', reservePct: '51' }),
  ).toEqual(['limitKw', 'limitA', 'voltageV', 'reservePct'])
  expect(connectionFlaws({ ...form, limitA: 'x', reservePct: '', voltageV: '230.5' })).toEqual([
    'limitA',
    'voltageV',
    'reservePct',
  ])
})
