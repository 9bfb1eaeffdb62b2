import type { Stripe } from 'stripe'
import type { PageAnswer } from './answer.ts'
import { amountText, framed } from './frame.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { declineWords } from './words.ts'
import type { Reader, Words } from './words.ts'

/** A reader with what it asks for. */
export type ReaderView = { device: Stripe.Terminal.Reader; intent: Stripe.PaymentIntent | null }

const cards: [keyof Words['cards'], string][] = [
  ['pays', '4242424242424242'],
  ['declined', '4000000000000002'],
  ['noFunds', '4000000000009995'],
]
const LOOKS_AGAIN_SECONDS = 2

/** The card readers of the desk, each with what a person would do at it. */
export function readersPage(reader: Reader, views: readonly ReaderView[]): PageAnswer {
  const { words } = reader
  const content = html`<h1>${words.readers}</h1>
    <p class="soft">${words.readersMore}</p>
    ${views.length === 0 ? html`<p>${words.noReaders}</p>` : null}
    ${views.map((view) => readerPart(reader, view))}
    <a class="button quiet" href="/practice/readers">${words.reload}</a>`
  // While a reader asks for a card the page stays as it is, under the finger.
  const isAsking = views.some(({ device }) => device.action?.status === 'in_progress')
  const goes = { to: '', afterSeconds: LOOKS_AGAIN_SECONDS }
  return framed(reader, { title: words.readers, ...(isAsking ? {} : { goes }) }, content)
}

function readerPart(reader: Reader, { device, intent }: ReaderView): Html {
  const { words } = reader
  const { action } = device
  if (device.status === 'offline') return part(device, html`<p class="bad">${words.offline}</p>`)
  if (action === null) return part(device, html`<p>${words.idle}</p>`)
  if (action.status === 'failed') {
    const why = declineWords(reader, action.failure_code)
    return part(device, html`<p class="bad">${words.failed}: ${why}</p>`)
  }
  if (action.status !== 'in_progress') return part(device, html`<p>${words.done}</p>`)
  const asks =
    intent === null
      ? words.asksRefund
      : words.asksCard(amountText(reader, intent.amount, intent.currency))
  return part(
    device,
    html`<p class="sum">${asks}</p>
      <form method="post">
        <input type="hidden" name="reader" value="${device.id}" />
        ${cards.map(([name, number]) => html`<button class="quiet" name="number" value="${number}">${words.card}: ${words.cards[name]}</button>`)}
        <button class="quiet" name="number" value="cancel">${words.pressCancel}</button>
      </form>`,
  )
}

function part({ id, label }: Stripe.Terminal.Reader, content: Html): Html {
  return html`<section class="reader" aria-labelledby="${id}">
    <h2 id="${id}">${label}</h2>
    ${content}
  </section>`
}
