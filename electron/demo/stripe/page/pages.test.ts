import { createHash } from 'node:crypto'
import type { Stripe } from 'stripe'
import { describe, expect, it } from 'vitest'
import { HOUR_MS, newBench } from '../test-bench/client.ts'
import type { StripeDouble } from '../double.ts'

/** A browser that follows where it is sent on the same host. */
async function visit(
  { showPage }: StripeDouble,
  path: string,
  form: Record<string, string> | null = null,
  acceptLanguage = 'en',
) {
  const body = form === null ? '' : String(new URLSearchParams(form))
  const answer = await showPage({
    method: form === null ? 'GET' : 'POST',
    path,
    body,
    acceptLanguage,
  })
  const { location } = answer.headers
  return { ...answer, location, text: String(answer.body) }
}

/** @param cancelsAt where the payer may go back to; null for nowhere */
async function withSession(
  more: Partial<Stripe.Checkout.SessionCreateParams> = {},
  cancelsAt: string | null = 'https://site.example/back',
) {
  const bench = newBench()
  const session = await bench.stripe.checkout.sessions.create({
    mode: 'payment',
    line_items: [
      {
        price_data: {
          currency: 'sek',
          unit_amount: 12_550,
          product_data: { name: 'Charging <b>&' },
        },
        quantity: 1,
      },
    ],
    success_url: 'https://site.example/done?session={CHECKOUT_SESSION_ID}',
    ...(cancelsAt === null ? {} : { cancel_url: cancelsAt }),
    ...more,
  })
  return { ...bench, session, path: `/c/pay/${session.id}` }
}

describe('the page to pay on', () => {
  it('says that it is practice, what is paid and how much, and lets no script in', async () => {
    const { double, path } = await withSession()
    const { status, text, headers } = await visit(double, path)
    expect(status).toBe(200)
    expect(text).toContain('Practice: no money moves')
    expect(text).toContain('SEK')
    expect(text).toContain('125.50')
    expect(text).toContain('Charging &lt;b&gt;&amp;')
    expect(text).not.toContain('<script')
    const style = /<style>(.*?)<\/style>/s.exec(text)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).toContain(`style-src 'sha256-${hash}'`)
  })

  it('speaks Swedish to whoever would rather read it', async () => {
    const { double, path } = await withSession()
    const { text } = await visit(double, path, null, 'en;q=0.5, sv-SE, sv;q=0.9')
    expect(text).toContain('<html lang="sv">')
    expect(text).toContain('Övning: inga pengar rör sig')
    expect(text).toContain('125,50')
  })

  it('takes a card, and leads back to the site', async () => {
    const { double, path, session, stripe } = await withSession()
    const paid = await visit(double, path, { means: 'card', number: '4242 4242 4242 4242' })
    expect(paid).toMatchObject({ status: 303, location: path })
    const { text } = await visit(double, path)
    expect(text).toContain('has been paid')
    expect(text).toContain(`https://site.example/done?session=${session.id}`)
    expect((await stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe('paid')
  })

  it('lets who would rather not pay go back to the site', async () => {
    const { double, path } = await withSession()
    const { text } = await visit(double, path)
    expect(text).toContain('href="https://site.example/back"')
    const without = await withSession({}, null)
    expect((await visit(without.double, without.path)).text).not.toContain('site.example')
  })

  it('fills in the card that is chosen to practise with', async () => {
    const { double, path } = await withSession()
    const { text } = await visit(double, `${path}?card=4000000000009995`)
    expect(text).toContain('value="4000 0000 0000 9995"')
  })

  it('tells why a card is declined, and lets another be tried', async () => {
    const { double, path } = await withSession()
    const declined = await visit(double, path, { means: 'card', number: '4000000000009995' })
    expect(declined).toMatchObject({ status: 200 })
    expect(declined.text).toContain('There is not enough money on the card.')
    const wrong = await visit(double, path, { means: 'card', number: '1234' })
    expect(wrong.text).toContain('There is no such card to practise with.')
    expect((await visit(double, path, { means: 'google_pay' })).status).toBe(303)
  })

  it('goes by the bank, and comes back with its answer', async () => {
    const { double, path } = await withSession()
    const asked = await visit(double, path, { means: 'card', number: '4000002500003155' })
    expect(asked.location).toMatch(/^\/3ds\/pi_/)
    expect((await visit(double, asked.location ?? '')).text).toContain('Your bank asks')
    const no = await visit(double, asked.location ?? '', { says: 'no' })
    expect(no.location).toBe(path)
    expect((await visit(double, path)).text).toContain('You said no at your bank.')
    const again = await visit(double, path, { means: 'card', number: '4000002500003155' })
    await visit(double, again.location ?? '', { says: 'yes' })
    expect((await visit(double, path)).text).toContain('has been paid')
  })

  it('shows a Swish code, behind which the payment is made', async () => {
    const { double, path } = await withSession()
    const { location = '' } = await visit(double, path, { means: 'swish' })
    expect((await visit(double, location)).text).toContain(`src="${location}/qr.svg"`)
    expect((await visit(double, `${location}/qr.svg`)).text).toContain('<svg')
    expect((await visit(double, location, { says: 'yes' })).location).toBe(path)
    expect((await visit(double, path)).text).toContain('has been paid')
  })

  it('says of a hold that it is one', async () => {
    const { double, path } = await withSession({
      payment_intent_data: { capture_method: 'manual' },
    })
    const { text } = await visit(double, path)
    expect(text).toContain('Reserve')
    expect(text).not.toContain('value="swish"')
    await visit(double, path, { means: 'apple_pay' })
    expect((await visit(double, path)).text).toContain('has been reserved')
  })

  it('is over when it has expired, and was never there under another name', async () => {
    const { double, path } = await withSession()
    double.controls.advance(24 * HOUR_MS)
    const late = await visit(double, path, { means: 'card', number: '4242424242424242' })
    expect(late.location).toBe(path)
    expect(await visit(double, path)).toMatchObject({ status: 410 })
    expect((await visit(double, path)).text).toContain('This page has expired')
    expect((await visit(double, '/c/pay/cs_test_nothing')).status).toBe(404)
    expect((await visit(double, '/')).status).toBe(404)
  })

  it('never sends a browser to a script', async () => {
    const { double, path } = await withSession({
      cancel_url: 'javascript:alert(1)',
      success_url: 'javascript:alert(1)',
    })
    expect((await visit(double, path)).text).not.toContain('javascript')
    await visit(double, path, { means: 'google_pay' })
    expect((await visit(double, path)).text).not.toContain('javascript')
  })
})

describe('the page of the readers', () => {
  it('lets a person hold a card to the reader that asks for one', async () => {
    const { double, stripe } = newBench()
    expect((await visit(double, '/practice/readers')).text).toContain(
      'No reader is registered yet.',
    )
    const reader = await stripe.terminal.readers.create({
      registration_code: 'simulated-wpe',
      label: 'Desk',
    })
    expect((await visit(double, '/practice/readers')).text).toContain('Waiting for the desk')
    const intent = await stripe.paymentIntents.create({
      amount: 12_500,
      currency: 'sek',
      allowed_payment_method_types: ['card_present'],
    })
    const ask = () =>
      stripe.terminal.readers.processPaymentIntent(reader.id, { payment_intent: intent.id })
    const hold = (number: string) =>
      visit(double, '/practice/readers', { reader: reader.id, number })
    await ask()
    expect((await visit(double, '/practice/readers')).text).toContain('125.00')
    await hold('4000000000000002')
    expect((await visit(double, '/practice/readers')).text).toContain('The card was declined.')
    await ask()
    await hold('cancel')
    expect((await visit(double, '/practice/readers')).text).toContain('Somebody pressed cancel.')
    await ask()
    await hold('4242424242424242')
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe('succeeded')
  })
})
