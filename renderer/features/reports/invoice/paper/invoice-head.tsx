import i18next from 'i18next'
import type { Invoice } from '../../../../../shared/domain/invoice/invoice.ts'
import { inert } from '../../../../ui/mark/inert.ts'

/** Who sells, who pays, and what the invoice is called. */
export function InvoiceHead({
  invoice,
  title,
  practice,
}: {
  invoice: Invoice
  title: string
  practice: boolean
}) {
  const say = i18next.getFixedT(invoice.language, 'invoicePaper')
  const { seller, buyer, kind } = invoice
  const facts: [string, string][] = [
    [say(kind === 'invoice' ? 'number' : 'creditNumber'), invoice.name],
    [say('issued'), invoice.issuedOn],
    kind === 'invoice' ? [say('due'), invoice.dueOn] : [say('creditOf'), invoice.creditOfName],
    [say('period'), say('periodOf', { from: invoice.periodFrom, until: invoice.periodUntil })],
    [say('reference'), buyer.reference],
    [say('ocr'), invoice.reference],
  ]
  return (
    <>
      {practice ? <p className="lp-invoice-void">{say('practice')}</p> : null}
      <header className="lp-invoice-head">
        <div>
          <h1>{text(seller.name, 80)}</h1>
          {seller.address.map((line, index) => (
            <p key={index}>{text(line, 60)}</p>
          ))}
        </div>
        <h2>{title}</h2>
      </header>
      <div className="lp-invoice-parties">
        <div className="lp-invoice-buyer">
          <p className="lp-invoice-label">{say('buyer')}</p>
          <p>
            <strong>{text(buyer.name, 80)}</strong>
          </p>
          {buyer.address.slice(0, 5).map((line, index) => (
            <p key={index}>{text(line, 60)}</p>
          ))}
          <Numbered label={say('organisationNumber')} number={buyer.organisationNumber} />
          <Numbered label={say('vatNumber')} number={buyer.vatNumber} />
        </div>
        <dl className="lp-invoice-facts">
          {facts.map(([name, value]) =>
            value === '' ? null : (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{text(value, 60)}</dd>
              </div>
            ),
          )}
        </dl>
      </div>
    </>
  )
}

function Numbered({ label, number }: { label: string; number: string }) {
  if (number === '') return null
  return (
    <p>
      {label} {text(number, 30)}
    </p>
  )
}

function text(words: string, max: number): string {
  return inert(words, max).text
}
