import { expect, test } from 'vitest'
import { languageOf } from './language.ts'

test('the first language that a browser speaks and the page does', () => {
  expect(languageOf(['sv-SE', 'en'])).toBe('sv')
  expect(languageOf(['de-AT', 'en-GB', 'sv'])).toBe('en')
  expect(languageOf(['fi', 'SV-fi'])).toBe('sv')
})

test('English for everybody else', () => {
  expect(languageOf(['de'])).toBe('en')
  expect(languageOf([])).toBe('en')
})
