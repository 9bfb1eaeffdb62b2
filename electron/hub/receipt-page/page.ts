import { minorDigits } from '../../../shared/domain/money/currency.ts'
import type { Receipt } from '../../../shared/domain/payment/receipt.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { type Html, html } from './html.ts'
import { STYLE_ELEMENT } from './style.ts'
import { type PageLanguage, type PageWords, pageWords } from './words.ts'

const LOCALES: Record<PageLanguage, string> = { en: 'en-GB', sv: 'sv-SE' }

/**
 * A receipt as a page: what is on the paper, and nothing else. Whoever has the paper has had the original, so where one
 * was printed the page is a copy.
 */
export function receiptPage(receipt: Receipt, language: PageLanguage): string {
  const say = pageWords[language]
  const locale = LOCALES[language]
  const money = (minor: number): string => moneyText(minor, receipt.currency, locale)
  const at = (moment: Instant): string => momentText(moment, receipt.timeZone, locale)
  const voidWord =
    receipt.mode === 'practice' ? say.practice : receipt.mode === 'test' ? say.test : null
  const voided = voidWord === null ? null : html`<p class="void">${voidWord}</p>`
  const title = receipt.kind === 'refund' ? say.refund : say.receipt
  const other = language === 'en' ? 'sv' : 'en'
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="referrer" content="no-referrer" />
        <title>${title} ${receipt.number}</title>
        ${{ html: STYLE_ELEMENT }}
      </head>
      <body>
        <nav aria-label="${say.language}">
          <a href="?lang=${other}" hreflang="${other}" lang="${other}">${say.other}</a>
        </nav>
        <main>
          ${voided} ${sellerOf(receipt, say)}
          <h2>${title}${receipt.copies > 0 ? html` <strong>${say.copy}</strong>` : null}</h2>
          ${factsOf(receipt, say, at)} ${linesOf(receipt, say, locale, money)}
          ${vatOf(receipt, say, locale, money)}
          <footer>
            ${receipt.footer === '' ? null : html`<p>${receipt.footer}</p>`}
            <p>${say.notCertified}</p>
          </footer>
          ${voided}
        </main>
      </body>
    </html> `.html
}

function sellerOf({ seller }: Receipt, say: PageWords): Html {
  return html`<header>
    <h1>${seller.name}</h1>
    ${seller.address.map((line) => html`<p>${line}</p>`)}
    ${seller.organisationNumber === '' ? null : html`<p>${say.organisationNumber} ${seller.organisationNumber}</p>`}
    ${seller.vatNumber === '' ? null : html`<p>${say.vatNumber} ${seller.vatNumber}</p>`}
  </header>`
}

/** The hub's own names for its callers say nothing to a customer. */
const NOBODY: ReadonlySet<string> = new Set(['desk', 'hub', 'api'])

function factsOf(receipt: Receipt, say: PageWords, at: (moment: Instant) => string): Html {
  const { from, until, servedBy } = receipt
  const stay = from === null ? '' : until === null ? at(from) : `${at(from)} – ${at(until)}`
  const facts: [name: string, value: string][] = [
    [say.number, String(receipt.number)],
    [say.issued, at(receipt.issuedAt)],
    [say.place, receipt.place],
    [say.vehicle, receipt.plate],
    [receipt.isAhead ? say.booked : say.stay, stay],
    [say.servedBy, NOBODY.has(servedBy) ? '' : servedBy],
  ]
  return html`<dl>
    ${facts.map(([name, value]) =>
      value === ''
        ? html``
        : html`<dt>${name}</dt>
            <dd>${value}</dd>`,
    )}
  </dl>`
}

function linesOf(
  receipt: Receipt,
  say: PageWords,
  locale: string,
  money: (minor: number) => string,
): Html {
  const isRefund = receipt.kind === 'refund'
  const row = (name: string | Html, minor: number): Html =>
    html`<tr>
      <td>${name}</td>
      <td>${money(minor)}</td>
    </tr>`
  const means = [say.means[receipt.means], receipt.meansDetail].filter(Boolean).join(' ')
  const quantity = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  })
  return html`<table>
    <thead class="hidden">
      <tr>
        <th>${say.item}</th>
        <th>${say.amount}</th>
      </tr>
    </thead>
    <tbody>
      ${receipt.lines.map((line) => {
        const counted =
          line.quantity === null || line.unit === null || line.unit === 'session'
            ? ''
            : ` ${quantity.format(line.quantity)} ${line.unit}`
        return row(`${say.lines[line.kind]}${counted}`, line.exclMinor + line.vatMinor)
      })}
      <tr class="total">
        <td>${say.total}</td>
        <td>${money(receipt.totalMinor)}</td>
      </tr>
      ${row(`${isRefund ? say.givenBack : say.paid}: ${means}`, isRefund ? -receipt.amountMinor : receipt.amountMinor)}
      ${receipt.roundingMinor === 0 ? null : row(say.rounding, receipt.roundingMinor)}
      ${receipt.tenderedMinor === null ? null : row(say.tendered, receipt.tenderedMinor)}
      ${receipt.changeMinor === null ? null : row(say.change, receipt.changeMinor)}
    </tbody>
  </table>`
}

function vatOf(
  receipt: Receipt,
  say: PageWords,
  locale: string,
  money: (minor: number) => string,
): Html {
  const rate = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  return html`<table class="vat">
    <thead>
      <tr>
        <th>${say.vatRate}</th>
        <th>${say.net}</th>
        <th>${say.vat}</th>
        <th>${say.gross}</th>
      </tr>
    </thead>
    <tbody>
      ${receipt.vat.map(
        ({ ratePct, exclMinor, vatMinor }) =>
          html`<tr>
            <td>${rate.format(ratePct)} %</td>
            <td>${money(exclMinor)}</td>
            <td>${money(vatMinor)}</td>
            <td>${money(exclMinor + vatMinor)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

function moneyText(minor: number, currency: string, locale: string): string {
  const digits = minorDigits(currency)
  const format = new Intl.NumberFormat(locale, {
    ...{ style: 'currency', currency, currencyDisplay: 'narrowSymbol' },
    ...{ minimumFractionDigits: digits, maximumFractionDigits: digits },
  })
  // The boundary: Intl takes a decimal as text, and its type can't see that this is one.
  return format.format(`${minor === 0 ? 0 : minor}e-${digits}` as `${number}`)
}

function momentText(at: Instant, timeZone: string, locale: string): string {
  const parts = { timeZone, dateStyle: 'medium', timeStyle: 'short' } as const
  return new Intl.DateTimeFormat(locale, parts).format(at)
}
