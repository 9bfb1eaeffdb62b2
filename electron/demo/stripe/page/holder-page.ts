import type { Stripe } from 'stripe'
import type { PageAnswer } from './answer.ts'
import { amountText, framed } from './frame.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import type { Reader } from './words.ts'

/** The bank's page, on which a card's holder says yes or no. */
export function bankPage(reader: Reader, intent: Stripe.PaymentIntent): PageAnswer {
  const { words } = reader
  if (intent.status !== 'requires_action') return overPage(reader)
  const sum = amountText(reader, intent.amount, intent.currency)
  const content = html`<h1>${words.bankTitle}</h1>
    <p>${words.bankMore(sum)}</p>
    ${answers(reader)}`
  return framed(reader, { title: words.bankTitle }, content)
}

/** The page behind a Swish code, with a button in the app's stead. */
export function swishPage(reader: Reader, intent: Stripe.PaymentIntent): PageAnswer {
  const { words } = reader
  if (intent.status === 'succeeded') return donePage(reader, intent)
  if (intent.status !== 'requires_action') return overPage(reader)
  const sum = amountText(reader, intent.amount, intent.currency)
  const content = html`<h1>${words.swishTitle}</h1>
    <p>${words.swishMore(sum)}</p>
    <img class="qr" src="/swish/${intent.id}/qr.svg" alt="${words.swishQr}" />
    ${answers(reader)}`
  return framed(reader, { title: words.swishTitle }, content)
}

function donePage(reader: Reader, { amount, currency }: Stripe.PaymentIntent): PageAnswer {
  const { words } = reader
  const content = html`<h1>${words.paid}</h1>
    <p>${words.paidMore(amountText(reader, amount, currency))}</p>
    <p class="soft">${words.closeWindow}</p>`
  return framed(reader, { title: words.paid }, content)
}

function overPage(reader: Reader): PageAnswer {
  const { words } = reader
  return framed(reader, { title: words.over, status: 410 }, html`<h1>${words.over}</h1>`)
}

function answers({ words }: Reader): Html {
  return html`<form method="post">
    <button name="says" value="yes">${words.approve}</button>
    <button class="quiet" name="says" value="no">${words.refuse}</button>
  </form>`
}
