import { expect, test } from 'vitest'
import { adoptFormFor, adoptInput, flawsOf } from './adopt-form.ts'

const form = adoptFormFor({ chargePointId: 'NVK0013' })

test('the form begins ready to send, with a new key set on the charger', () => {
  expect(flawsOf(form)).toEqual([])
  expect(adoptInput('c', form)).toEqual({
    id: 'c',
    name: 'NVK0013',
    zone: '',
    key: 'newKey',
    setOnCharger: true,
  })
})

test('no password needs the operator’s word that the risk is taken', () => {
  expect(flawsOf({ ...form, key: 'none' })).toEqual(['notAgreed'])
  expect(flawsOf({ ...form, key: 'none', agreed: true })).toEqual([])
})

test('only a key made here is ever set on the charger', () => {
  for (const key of ['newKeyHand', 'keepOwn', 'none'] as const) {
    expect(adoptInput('c', { ...form, key }).setOnCharger).toBe(false)
  }
})

test('a name of blanks is no name', () => {
  expect(flawsOf({ ...form, name: '  ' })).toEqual(['nameNeeded'])
})

test('an id that would turn the line around is no name to begin with', () => {
  expect(adoptFormFor({ chargePointId: 'pay\u202egnp' }).name).toBe('pay·gnp')
})

test('an id too long for a name is cut to one', () => {
  expect(flawsOf(adoptFormFor({ chargePointId: 'x'.repeat(80) }))).toEqual([])
})
