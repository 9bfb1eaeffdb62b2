import i18next from 'i18next'
import type { BillLine } from '../../../shared/domain/bill/bill.ts'
import type { Receipt } from '../../../shared/domain/payment/receipt.ts'
import * as written from '../../i18n/format.ts'
import type { Style } from '../../i18n/format.ts'
import type { Language } from '../../i18n/locale.ts'
import { inert } from '../../ui/mark/inert.ts'
import { Qr } from '../../ui/share/qr.tsx'
import './receipt.css'

/** The widths receipts are printed on. */
export const papers = ['roll80', 'a4'] as const
export type Paper = (typeof papers)[number]

/**
 * One receipt as it is printed: who sells, when, its number, what for, the tax of each rate, how it was paid. Swedish
 * law on receipts names the fields (Skatteverkets föreskrifter om kassaregister, SKVFS 2014:9, 7 kap.).
 */
export function ReceiptSheet({
  receipt,
  language,
  paper,
  copy,
  practice,
  page = null,
}: {
  receipt: Receipt
  language: Language
  paper: Paper
  copy: boolean
  /** Nothing on it is real. */
  practice: boolean
  /** Where a phone finds it; null where none can. */
  page?: string | null
}) {
  const say = i18next.getFixedT(language, 'receipt')
  const sayPayment = i18next.getFixedT(language, 'payment')
  const style: Style = { language, timeZone: receipt.timeZone }
  const money = (minor: number) => written.formatMoney(minor, receipt.currency, style)
  const { seller, kind, currency } = receipt
  const refund = kind === 'refund'
  const voidWord = practice ? say('practice') : receipt.mode === 'test' ? say('test') : null
  const facts: [string, string][] = [
    [say('number'), String(receipt.number)],
    [say('issued'), written.formatDateTime(receipt.issuedAt, style)],
    [say('place'), receipt.place],
    [say('plate'), receipt.plate],
    [
      say(receipt.isAhead ? 'booked' : 'stay'),
      stayOf(receipt, style, say('until', { at: '' }).trim()),
    ],
    [say('servedBy'), servedBy(receipt.servedBy)],
  ]
  return (
    <article className="lp-receipt" data-paper={paper} lang={language}>
      {voidWord === null ? null : <p className="lp-receipt-void">{voidWord}</p>}
      <header>
        <h1>{text(seller.name, 120)}</h1>
        {seller.address.map((line, index) => (
          <p key={index}>{text(line, 80)}</p>
        ))}
        {seller.organisationNumber === '' ? null : (
          <p>
            {say('organisationNumber')} {text(seller.organisationNumber, 30)}
          </p>
        )}
        {seller.vatNumber === '' ? null : (
          <p>
            {say('vatNumber')} {text(seller.vatNumber, 30)}
          </p>
        )}
      </header>
      <h2>
        {say(refund ? 'refundTitle' : 'title')}
        {copy ? <strong className="lp-receipt-copy"> {say('copy').toUpperCase()}</strong> : null}
      </h2>
      <dl className="lp-receipt-facts">
        {facts.map(([name, value]) =>
          value === '' ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text(value, 120)}</dd>
            </div>
          ),
        )}
      </dl>
      <table className="lp-receipt-lines">
        <tbody>
          {receipt.lines.map((line, index) => (
            <tr key={index}>
              <td>
                {sayPayment(`line.${line.kind}`)} <Quantity line={line} style={style} />
              </td>
              <td>{money(line.exclMinor + line.vatMinor)}</td>
            </tr>
          ))}
          <tr className="lp-receipt-total">
            <td>{say('total')}</td>
            <td>{money(receipt.totalMinor)}</td>
          </tr>
          <tr>
            <td>
              {say(refund ? 'refunded' : 'paid')}: {say(`means.${receipt.means}`)}{' '}
              {text(receipt.meansDetail, 60)}
            </td>
            <td>{money(refund ? -receipt.amountMinor : receipt.amountMinor)}</td>
          </tr>
          {receipt.roundingMinor === 0 ? null : (
            <tr>
              <td>{say('rounding')}</td>
              <td>{money(refund ? -receipt.roundingMinor : receipt.roundingMinor)}</td>
            </tr>
          )}
          {receipt.tenderedMinor === null ? null : (
            <tr>
              <td>{say('tendered')}</td>
              <td>{money(receipt.tenderedMinor)}</td>
            </tr>
          )}
          {receipt.changeMinor === null ? null : (
            <tr>
              <td>{say('change')}</td>
              <td>{money(receipt.changeMinor)}</td>
            </tr>
          )}
        </tbody>
      </table>
      <table className="lp-receipt-vat">
        <thead>
          <tr>
            <th>{say('vatRate')}</th>
            <th>{say('vatNet')}</th>
            <th>{say('vatTax')}</th>
            <th>{currency}</th>
          </tr>
        </thead>
        <tbody>
          {receipt.vat.map(({ ratePct, exclMinor, vatMinor }) => (
            <tr key={ratePct}>
              <td>{written.formatRate(ratePct, style)}</td>
              <td>{money(exclMinor)}</td>
              <td>{money(vatMinor)}</td>
              <td>{money(exclMinor + vatMinor)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <footer>
        {receipt.footer === '' ? null : <p>{text(receipt.footer, 500)}</p>}
        <p>{say('notCertified')}</p>
        {page === null ? null : (
          <figure className="lp-receipt-page">
            <Qr text={page} what={say('page')} size={120} />
            <figcaption>{say('page')}</figcaption>
          </figure>
        )}
        {voidWord === null ? null : <p className="lp-receipt-void">{voidWord}</p>}
      </footer>
    </article>
  )
}

function Quantity({ line, style }: { line: BillLine; style: Style }) {
  const { quantity, unit } = line
  if (quantity === null || unit === null || unit === 'session') return null
  return <span>{`${written.formatNumber(quantity, 2, style)} ${unit}`}</span>
}

function stayOf({ from, until }: Receipt, style: Style, untilWord: string): string {
  if (from === null) return ''
  const begin = written.formatDateTime(from, style)
  return until === null
    ? begin
    : `${begin} ${untilWord} ${written.formatMoment(until, from, style)}`
}

/** The hub's own names for its callers say nothing to a customer. */
function servedBy(name: string): string {
  return name === 'desk' || name === 'hub' || name === 'api' ? '' : name
}

function text(words: string, max: number): string {
  return inert(words, max).text
}
