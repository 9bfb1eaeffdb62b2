import { describe, expect, test } from 'vitest'
import { maskedFrame, maskedPayload } from './masking.ts'

describe('the value of an AuthorizationKey is in no log', () => {
  test.each([
    ['as we send it', '[2,"1","ChangeConfiguration",{"key":"AuthorizationKey","value":"SECRET"}]'],
    ['value first', '[2,"1","ChangeConfiguration",{"value":"SECRET","key":"AuthorizationKey"}]'],
    ['in other case', '[2,"1","ChangeConfiguration",{"key":"authorizationKEY","value":"SECRET"}]'],
    ['padded', '[3,"1",{"configurationKey":[{"key":"AuthorizationKey ","value":"SECRET"}]}]'],
    ['with braces in it', '[2,"1","X",{"key":"AuthorizationKey","value":"a{b}\\"{SECRET"}]'],
    ['as a number', '[3,"1",{"configurationKey":[{"key":"AuthorizationKey","value": 5EC2E7}]}]'],
    ['cut off', '[3,"1",{"configurationKey":[{"key":"AuthorizationKey","value":"SECR'],
  ])('%s', (_, frame) => {
    const masked = maskedFrame(frame)
    expect(masked).toContain('"value"')
    expect(masked).not.toMatch(/SECR|5EC2E7/)
  })

  test('what goes with other keys stays', () => {
    const frame =
      '[3,"1",{"configurationKey":[{"key":"A","value":"{1}"},{"key":"AuthorizationKey","value":"x"}]}]'
    expect(maskedFrame(frame)).toBe(frame.replace('"x"', '"•••"'))
    expect(maskedPayload({ key: 'A', value: 'AuthorizationKey' })).toEqual({
      key: 'A',
      value: 'AuthorizationKey',
    })
  })

  test('a hostile frame does not hold up the log', () => {
    const frame = `{"AuthorizationKey"${'{"{"'.repeat(60_000)}`
    expect(maskedFrame(frame)).toBe(frame)
  })
})
