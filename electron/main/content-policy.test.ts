import { expect, test } from 'vitest'
import { contentPolicy } from './content-policy.ts'

const rules = new Map(contentPolicy.split('; ').map((rule) => [rule.split(' ')[0], rule]))

test('no script runs that is not one of the page’s files', () => {
  expect(rules.get('script-src')).toBe(`script-src 'self'`)
})

test('what no rule lets in stays out', () => {
  expect(rules.get('default-src')).toBe(`default-src 'none'`)
})

test('the page reaches no other host', () => {
  expect(contentPolicy).not.toMatch(/\*|https?:|wss?:/)
  expect(rules.get('connect-src')).toBe(`connect-src 'self'`)
})
