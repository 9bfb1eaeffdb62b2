import type { Stripe } from 'stripe'
import type { PageAnswer } from './answer.ts'
import { amountText, framed, webAddress } from './frame.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { declineWords } from './words.ts'
import type { Reader, Words } from './words.ts'

/** What is shown of a page to pay on. */
export type PayView = {
  session: Stripe.Checkout.Session
  items: readonly Stripe.LineItem[]
  intent: Stripe.PaymentIntent | null
  isHeld: boolean
  /** The number that is filled in already. */
  number: string
  /** Why the last try came to nothing, beside what the intent tells. */
  failure: string | null
}

const practiceCards: [keyof Words['cards'], string][] = [
  ['pays', '4242424242424242'],
  ['declined', '4000000000000002'],
  ['noFunds', '4000000000009995'],
  ['asks', '4000002500003155'],
  ['expired', '4000000000000069'],
  ['disputed', '4000000000000259'],
  ['refundFails', '4000000000005126'],
]

/** The page of a session: to pay on, or to tell that it is over. */
export function payPage(reader: Reader, view: PayView): PageAnswer {
  const { status } = view.session
  if (status === 'complete') return paidPage(reader, view)
  if (status === 'expired') return expiredPage(reader, view.session)
  return openPage(reader, view)
}

function openPage(reader: Reader, view: PayView): PageAnswer {
  const { words } = reader
  const { session, items, isHeld } = view
  const currency = session.currency ?? 'sek'
  const sum = amountText(reader, session.amount_total ?? 0, currency)
  const told = view.failure ?? view.intent?.last_payment_error
  const failure =
    told === null || told === undefined
      ? null
      : typeof told === 'string'
        ? declineWords(reader, told)
        : declineWords(reader, told.decline_code, told.code)
  const closesAt = new Intl.DateTimeFormat(reader.language === 'sv' ? 'sv-SE' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(session.expires_at * 1000)
  const cancelTo = webAddress(session.cancel_url)
  const content = html`<h1>${words.pay}</h1>
    <p class="sum">${sum}</p>
    ${isHeld ? html`<p class="soft">${words.holdMore}</p>` : null}
    <dl>
      ${items.map(
        (item) =>
          html`<dt>
              ${item.description}${(item.quantity ?? 1) > 1 ? ` × ${item.quantity ?? 1}` : ''}
            </dt>
            <dd>${amountText(reader, item.amount_total, item.currency)}</dd>`,
      )}
      <dt class="all">${words.total}</dt>
      <dd class="all">${sum}</dd>
    </dl>
    ${failure === null ? null : html`<p class="bad" role="alert">${failure}</p>`}
    ${session.payment_method_types.includes('card') ? cardForms(reader, view, sum) : null}
    ${session.payment_method_types.includes('swish') ? swishForm(words) : null}
    ${cancelTo === null ? null : html`<a class="button quiet" href="${cancelTo}">${words.cancel}</a>`}
    <p class="soft">${words.openUntil(closesAt)}</p>`
  return framed(reader, { title: `${words.pay} ${sum}` }, content)
}

function cardForms({ words }: Reader, { session, number, isHeld }: PayView, sum: string): Html {
  const here = `/c/pay/${session.id}`
  return html`<h2>${words.card}</h2>
    <p class="soft" id="practise">${words.testCards}</p>
    <ul class="chips" aria-labelledby="practise">
      ${practiceCards.map(
        ([name, each]) =>
          html`<li>
            <a href="${here}?card=${each}" ${each === number ? html`aria-current="true"` : null}
              >${words.cards[name]}</a
            >
          </li>`,
      )}
    </ul>
    <form method="post" action="${here}">
      <input type="hidden" name="means" value="card" />
      <label
        >${words.cardNumber}
        <input
          name="number"
          inputmode="numeric"
          autocomplete="off"
          required
          value="${number.replaceAll(/(\d{4})(?=\d)/g, '$1 ')}"
        />
      </label>
      <div class="two">
        <label>${words.expiry}<input name="expiry" autocomplete="off" value="12/34" /></label>
        <label
          >${words.code}<input name="code" inputmode="numeric" autocomplete="off" value="123"
        /></label>
      </div>
      <label>${words.name}<input name="name" autocomplete="off" /></label>
      <button>${isHeld ? words.holdAmount(sum) : words.payAmount(sum)}</button>
    </form>
    <h2>${words.wallets}</h2>
    <form method="post" action="${here}" class="two">
      <button class="quiet" name="means" value="apple_pay">Apple Pay</button>
      <button class="quiet" name="means" value="google_pay">Google Pay</button>
    </form>`
}

function swishForm(words: Words): Html {
  return html`<h2>${words.swish}</h2>
    <form method="post">
      <button class="quiet" name="means" value="swish">${words.paySwish}</button>
    </form>`
}

function paidPage(reader: Reader, { session, intent }: PayView): PageAnswer {
  const { words } = reader
  const isHeld = intent?.status === 'requires_capture'
  const sum = amountText(reader, session.amount_total ?? 0, session.currency ?? 'sek')
  const to = webAddress(
    session.success_url?.replaceAll('{CHECKOUT_SESSION_ID}', session.id) ?? null,
  )
  const content = html`<h1>${isHeld ? words.held : words.paid}</h1>
    <p class="sum">${sum}</p>
    <p>${isHeld ? words.heldMore(sum) : words.paidMore(sum)}</p>
    ${
      to === null
        ? html`<p class="soft">${words.closeWindow}</p>`
        : html`<a class="button" href="${to}">${words.back}</a>`
    }`
  const title = isHeld ? words.held : words.paid
  // Not a redirect of the form itself, which the page's policy keeps on this host.
  return framed(
    reader,
    { title, ...(to === null ? {} : { goes: { to, afterSeconds: 3 } }) },
    content,
  )
}

function expiredPage(reader: Reader, session: Stripe.Checkout.Session): PageAnswer {
  const { words } = reader
  const to = webAddress(session.cancel_url)
  const content = html`<h1>${words.expiredTitle}</h1>
    <p>${words.expiredMore}</p>
    ${to === null ? null : html`<a class="button quiet" href="${to}">${words.back}</a>`}`
  return framed(reader, { title: words.expiredTitle, status: 410 }, content)
}
