import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Stripe } from 'stripe'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStripeDouble } from './open.ts'
import type { OpenDouble } from './open.ts'
import { pay, refusal } from './test-bench/client.ts'

const key = 'rk_test_practice000000000000'
let dir = ''
let opened: OpenDouble[] = []

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'laddplan-double-'))
})
afterEach(async () => {
  await Promise.all(opened.map(({ close }) => close()))
  opened = []
  rmSync(dir, { recursive: true })
})

async function open(): Promise<OpenDouble> {
  const each = await openStripeDouble({ dir, port: 0, key })
  opened.push(each)
  return each
}

function client({ port }: OpenDouble, timeout = 5000): Stripe {
  return new Stripe(key, {
    host: '127.0.0.1',
    port,
    protocol: 'http',
    timeout,
    maxNetworkRetries: 0,
    telemetry: false,
  })
}

async function control({ url }: OpenDouble, what: string, asked: object) {
  const response = await fetch(`${url}/_double/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(asked),
  })
  return { status: response.status, told: await response.json() }
}

describe('a double behind a socket', () => {
  it('answers the SDK, and browsers on the address that it gave them', async () => {
    const double = await open()
    const stripe = client(double)
    expect((await pay(stripe, 5000)).status).toBe('succeeded')
    const session = await stripe.checkout.sessions.create({
      mode: 'payment',
      line_items: [
        {
          price_data: { currency: 'sek', unit_amount: 5000, product_data: { name: 'Charging' } },
          quantity: 1,
        },
      ],
      success_url: 'http://site.example',
    })
    expect(session.url).toBe(`${double.url}/c/pay/${session.id}`)
    const shown = await fetch(session.url ?? '')
    expect(await shown.text()).toContain('Practice: no money moves')
    const answered = await fetch(session.url ?? '', {
      method: 'POST',
      body: new URLSearchParams({ means: 'card', number: '4242424242424242' }),
    })
    expect(await answered.text()).toContain('has been paid')
  })

  it('is told over HTTP what people and banks do', async () => {
    const double = await open()
    const stripe = client(double)
    const { id, latest_charge: charge } = await pay(stripe, 5000)
    const dispute = await control(double, 'open-dispute', { chargeId: charge })
    expect(dispute).toMatchObject({ status: 200, told: { result: expect.stringMatching(/^du_/) } })
    expect((await stripe.disputes.list({ payment_intent: id })).data).toHaveLength(1)
    const later = await control(double, 'advance', { ms: 86_400_000 })
    expect(later.told).toMatchObject({ now: expect.any(Number) })
    expect((await control(double, 'advance', { ms: -1 })).status).toBe(400)
    expect((await control(double, 'open-dispute', { chargeId: 'ch_none' })).status).toBe(404)
    const asForm = await fetch(`${double.url}/_double/advance`, { method: 'POST', body: 'ms=1' })
    expect(asForm.status).toBe(405)
  })

  it('loses answers as a line does', async () => {
    const double = await open()
    const stripe = client(double, 200)
    // The SDK asks once more by itself when a line is cut, under the same key.
    double.double.faults.once({ kind: 'reset', when: 'after' })
    expect((await pay(stripe, 5000)).status).toBe('succeeded')
    double.double.faults.always(() => ({ kind: 'reset', when: 'before' }))
    expect((await refusal(pay(stripe, 5000))).type).toBe('StripeConnectionError')
    double.double.faults.always(null)
    await control(double, 'fault', { fault: { kind: 'timeout', when: 'before' } })
    expect((await refusal(pay(stripe, 5000))).message).toContain('timeout')
    expect((await stripe.paymentIntents.list()).data).toHaveLength(1)
  })
})

describe('an account in a folder', () => {
  it('outlives its process, with the keys that were used and the clock as it stood', async () => {
    const first = await open()
    const asked = { amount: 5000, currency: 'sek' }
    const made = await client(first).paymentIntents.create(asked, { idempotencyKey: 'k1' })
    await control(first, 'advance', { ms: 3_600_000 })
    const now = first.double.controls.now()
    await first.close()
    const second = await open()
    const again = await client(second).paymentIntents.create(asked, { idempotencyKey: 'k1' })
    expect(again.id).toBe(made.id)
    expect(second.double.accountId).toBe(first.double.accountId)
    expect(second.double.controls.now()).toBeGreaterThanOrEqual(now)
  })

  it('is its user’s alone and whole on disk before it is answered', async () => {
    const double = await open()
    const { id } = await pay(client(double), 5000)
    expect(readdirSync(dir)).toEqual(['stripe-double.json'])
    const file = join(dir, 'stripe-double.json')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file, 'utf8')).toContain(id)
  })

  it('that can’t be read begins anew', async () => {
    writeFileSync(join(dir, 'stripe-double.json'), '{"version":1,"test":')
    const double = await open()
    expect((await client(double).paymentIntents.list()).data).toEqual([])
  })
})
