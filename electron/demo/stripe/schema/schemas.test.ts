import { describe, expect, it } from 'vitest'
import { readForm } from '../http/form.ts'
import { Refused } from '../http/refused.ts'
import { newBench, pay } from '../test-bench/client.ts'
import { readParams } from './params.ts'
import type { Requests } from './roots.ts'
import { assertObject } from './schemas.ts'

function refusalOf(endpoint: keyof Requests, form: string) {
  try {
    readParams(endpoint, readForm(form))
  } catch (error) {
    if (error instanceof Refused) return error.error
    throw error
  }
  return null
}

describe('an answer', () => {
  it('that isn’t Stripe’s is a bug, and says where', async () => {
    const { stripe } = newBench()
    const intent = { ...(await pay(stripe, 5000)) }
    Reflect.deleteProperty(intent, 'lastResponse')
    expect(() => assertObject('payment_intent', intent)).not.toThrow()
    expect(() => assertObject('payment_intent', { ...intent, status: 'paid' })).toThrow('/status')
    expect(() => assertObject('payment_intent', { ...intent, extra: 1 })).toThrow('extra')
    const { amount: _, ...without } = intent
    expect(() => assertObject('payment_intent', without)).toThrow('amount')
  })
})

describe('parameters', () => {
  const create = 'POST /v1/payment_intents'

  it('become numbers, truths and lists where their type is one', () => {
    const form =
      'amount=500&currency=sek&confirm=true&allowed_payment_method_types[]=card&metadata[n]=5'
    expect(readParams(create, readForm(form))).toEqual({
      amount: 500,
      currency: 'sek',
      confirm: true,
      allowed_payment_method_types: ['card'],
      metadata: { n: '5' },
    })
  })

  it.each([
    ['currency=sek', 'parameter_missing', 'amount'],
    ['amount=1.5&currency=sek', 'parameter_invalid_integer', 'amount'],
    ['amount=500&currency=', 'parameter_invalid_empty', 'currency'],
    ['amount=500&currency=sek&shipping[planet]=Mars', 'parameter_unknown', 'shipping[planet]'],
    ['amount=500&currency=sek&__proto__[x]=1', 'parameter_unknown', '__proto__'],
  ])('of %s are refused with %s of %s', (form, code, param) => {
    expect(refusalOf(create, form)).toMatchObject({ code, param })
  })

  it('are held to the values that there are', () => {
    expect(refusalOf('POST /v1/refunds', 'reason=because')).toMatchObject({
      param: 'reason',
      message: 'Invalid reason: must be one of duplicate, fraudulent, or requested_by_customer',
    })
  })
})
