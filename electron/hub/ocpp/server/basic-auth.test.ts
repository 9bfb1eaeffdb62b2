import { expect, test } from 'vitest'
import { passwordsOf } from './basic-auth.ts'

const header = (credentials: Buffer | string): string =>
  `Basic ${Buffer.from(credentials).toString('base64')}`
const texts = (credentials: Buffer | string, id = 'CP1'): string[] =>
  passwordsOf(header(credentials), id).map((password) => password.toString())

test('after the charge point id everything is the password, colons included', () => {
  expect(texts('CP1:pass:word')).toEqual(['pass:word'])
})

test('an unprintable password comes through byte by byte', () => {
  const key = Buffer.from([0, 255, 58, 10, 128, 13, 1])
  expect(passwordsOf(header(Buffer.concat([Buffer.from('CP1:'), key])), 'CP1')).toEqual([key])
})

test('a user name unlike the id may hold colons, so every border is tried', () => {
  expect(texts('site:7:CP1x:secret')).toEqual(['7:CP1x:secret', 'CP1x:secret', 'secret'])
})

test('the readings tried are bounded', () => {
  expect(texts(':'.repeat(10_000))).toHaveLength(8)
})

test('an empty password is a password', () => {
  expect(texts('CP1:')).toEqual([''])
})

test.each([undefined, '', 'Bearer x', 'Basic', 'Basic ???', header('nocolon')])(
  'no password can be read from %j',
  (value) => {
    expect(passwordsOf(value, 'CP1')).toEqual([])
  },
)
