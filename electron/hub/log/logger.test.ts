import { expect, test } from 'vitest'
import { hubLogger } from './logger.ts'

const KEY = 'rk_live_51QabcDEFghiJKL0mnOPQ24x'

/** A logger, and what it has written. */
function written() {
  const lines: string[] = []
  return { logger: hubLogger({ write: (line) => void lines.push(line) }), lines }
}

/** An error as Stripe's SDK throws them: it carries what was answered. */
class StripeAuthenticationError extends Error {
  override name = 'StripeAuthenticationError'
  readonly headers = { 'request-id': 'req_1', authorization: `Bearer ${KEY}` }
  readonly raw = { message: `Invalid API Key provided: ${KEY}`, headers: { x: KEY } }
  readonly code = 'api_key_expired'
}

test('an error of Stripe’s SDK is logged without headers, body and key', () => {
  const { logger, lines } = written()
  const error = new StripeAuthenticationError(`Expired API Key provided: ${KEY}`)
  logger.error({ err: error }, 'a call failed')
  const [line = ''] = lines
  expect(line).not.toContain('51Qabc')
  expect(line).not.toContain('"raw":{')
  expect(JSON.parse(line)).toMatchObject({
    msg: 'a call failed',
    err: {
      type: 'StripeAuthenticationError',
      message: 'Expired API Key provided: rk_live_***',
      code: 'api_key_expired',
      headers: '***',
    },
  })
})

test.each<[where: string, words: (key: string) => [fields: object, sentence: string]]>([
  ['in the sentence', (key: string) => [{}, `tried ${key}`]],
  ['as a value deep down', (key: string) => [{ a: { b: { c: { d: [key] } } } }, 'x']],
  ['in a URL', (key: string) => [{ url: `https://api.stripe.com/?k%3D${key}` }, 'x']],
  ['as the cause of an error', (key: string) => [{ err: wrapped(key) }, 'x']],
  ['as the name of a field', (key: string) => [{ [key]: 1 }, 'x']],
])('a key %s never reaches the log', (_where, words) => {
  const { logger, lines } = written()
  const [fields, sentence] = words(KEY)
  logger.info(fields, sentence)
  logger.child({ more: fields }).warn(sentence)
  expect(lines).toHaveLength(2)
  for (const line of lines) {
    expect(line).not.toContain('51Qabc')
    expect(() => JSON.parse(line)).not.toThrow()
  }
})

function wrapped(key: string): Error {
  return new Error('outer', { cause: new Error(`inner ${key}`) })
}
