import { describe, expect, test } from 'vitest'
import { firstMessageTerms, type MessageTerms } from '../../../../shared/domain/message/terms.ts'
import { isAnotherServer, wayWays } from './way-form.ts'

const terms: MessageTerms = {
  ...{ id: 'messageTerms', ...firstMessageTerms, updatedAt: 1 },
  ...{ way: 'smtp', host: 'smtp.example.com', user: 'depot', fromAddress: 'depot@example.com' },
}
const { formOf, flawsOf, patchOf } = wayWays
const form = formOf(terms)

describe('the form of how messages leave', () => {
  test('that is as it was changes nothing, and shows no password', () => {
    expect(form.password).toBe('')
    expect(patchOf(form, terms)).toEqual({})
    expect(flawsOf(form)).toEqual([])
  })

  test('sends what was changed, and a password only where one was typed', () => {
    expect(patchOf({ ...form, port: ' 465 ', security: 'tls' }, terms)).toEqual({
      ...{ port: 465, security: 'tls' },
    })
    expect(patchOf({ ...form, password: ' a b ' }, terms)).toEqual({ password: ' a b ' })
  })

  test.each([
    [{ host: 'smtp example' }, 'host'],
    [{ port: '0' }, 'port'],
    [{ port: 'x' }, 'port'],
    [{ fromAddress: 'depot' }, 'fromAddress'],
    [{ fromAddress: '' }, 'fromAddress'],
    [{ host: '' }, 'host'],
    [{ gateway: 'sms.example.com' }, 'gateway'],
    [{ countryCode: '+46' }, 'countryCode'],
    [{ security: 'none' as const }, 'openLine'],
  ])('tells what is wrong with %j: %s', (words, flaw) => {
    expect(flawsOf({ ...form, ...words })).toEqual([flaw])
  })

  test('that goes into the folder says nothing of the server, which isn’t shown', () => {
    const hidden = { ...form, way: 'folder' as const, host: 'bad host', port: '', password: 'x' }
    expect(flawsOf(hidden)).toEqual([])
    expect(patchOf(hidden, terms)).toEqual({ way: 'folder' })
    expect(flawsOf({ ...hidden, countryCode: '' })).toEqual(['countryCode'])
  })

  test('knows when a password would go to somebody else', () => {
    expect(isAnotherServer({ ...form, fromName: 'Depot' }, terms)).toBe(false)
    expect(isAnotherServer({ ...form, host: 'other.example.com' }, terms)).toBe(true)
    expect(isAnotherServer({ ...form, port: '25' }, terms)).toBe(true)
  })
})
