import i18next from 'i18next'
import type { Invoice } from '../../../../../shared/domain/invoice/invoice.ts'
import * as written from '../../../../i18n/format.ts'
import type { Style } from '../../../../i18n/format.ts'
import { inert } from '../../../../ui/mark/inert.ts'

/** How many rows the sums and how to pay take. */
export function tailRows({ vat, kind }: Pick<Invoice, 'vat' | 'kind'>): number {
  return (kind === 'invoice' ? 14 : 10) + Math.max(1, vat.length)
}

/** The tax of each rate, what it all comes to, and how to pay it. */
export function InvoiceTail({ invoice, style }: { invoice: Invoice; style: Style }) {
  const say = i18next.getFixedT(invoice.language, 'invoicePaper')
  const { currency, vat, exclMinor, inclMinor, kind, seller, footer, reason } = invoice
  const money = (minor: number) => written.formatMoney(minor, currency, style)
  const ways: [string, string][] = [
    [say('ocr'), invoice.reference],
    [say('bankgiro'), seller.bankgiro],
    [say('plusgiro'), seller.plusgiro],
    [say('iban'), seller.iban],
    [say('bic'), seller.bic],
  ]
  return (
    <section className="lp-invoice-tail">
      <div className="lp-invoice-sums">
        <table className="lp-invoice-vat">
          <thead>
            <tr>
              <th>{say('vatRate')}</th>
              <th>{say('vatNet')}</th>
              <th>{say('vatTax')}</th>
            </tr>
          </thead>
          <tbody>
            {vat.map((sum) => (
              <tr key={sum.ratePct}>
                <td>{written.formatRate(sum.ratePct, style)} %</td>
                <td>{money(sum.exclMinor)}</td>
                <td>{money(sum.vatMinor)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <dl className="lp-invoice-total">
          <div>
            <dt>{say('net')}</dt>
            <dd>{money(exclMinor)}</dd>
          </div>
          <div>
            <dt>{say('vat')}</dt>
            <dd>{money(inclMinor - exclMinor)}</dd>
          </div>
          <div data-sum>
            <dt>{say(kind === 'invoice' ? 'toPay' : 'credited')}</dt>
            <dd>{money(inclMinor)}</dd>
          </div>
        </dl>
      </div>
      {kind === 'invoice' ? (
        <div className="lp-invoice-pay">
          <p>
            <strong>{say('payBy', { day: invoice.dueOn })}</strong>
          </p>
          <dl>
            {ways.map(([name, value]) =>
              value === '' ? null : (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{text(value, 40)}</dd>
                </div>
              ),
            )}
          </dl>
        </div>
      ) : (
        <div className="lp-invoice-pay">
          <p>{say('setOff', { name: text(invoice.creditOfName, 30) })}</p>
          {reason === '' ? null : <p>{say('reason', { reason: text(reason, 160) })}</p>}
        </div>
      )}
      {footer === '' ? null : <p className="lp-invoice-words">{text(footer, 500)}</p>}
    </section>
  )
}

function text(words: string, max: number): string {
  return inert(words, max).text
}
