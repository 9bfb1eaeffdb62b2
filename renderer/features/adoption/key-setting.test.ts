import { expect, test } from 'vitest'
import { settingOf } from './key-setting.ts'

test('until the charger has answered, its key is under way', () => {
  expect(settingOf(undefined)).toBe('underWay')
  expect(settingOf({ state: 'requested', answer: null })).toBe('underWay')
  expect(settingOf({ state: 'sent', answer: null })).toBe('underWay')
})

test('only the charger’s own yes means that the key is taken', () => {
  expect(settingOf({ state: 'answered', answer: { status: 'Accepted' } })).toBe('taken')
  expect(settingOf({ state: 'answered', answer: { status: 'RebootRequired' } })).toBe(
    'afterRestart',
  )
  expect(settingOf({ state: 'answered', answer: { status: 'NotSupported' } })).toBe('notTaken')
  expect(settingOf({ state: 'answered', answer: null })).toBe('notTaken')
  expect(settingOf({ state: 'failed', answer: { status: 'Accepted' } })).toBe('notTaken')
})
