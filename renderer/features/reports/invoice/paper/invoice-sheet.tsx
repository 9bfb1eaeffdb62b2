import i18next from 'i18next'
import type { ReactNode } from 'react'
import type { Invoice, InvoiceLine } from '../../../../../shared/domain/invoice/invoice.ts'
import type { Style } from '../../../../i18n/format.ts'
import { inert } from '../../../../ui/mark/inert.ts'
import { InvoiceHead } from './invoice-head.tsx'
import { InvoiceTail, tailRows } from './invoice-tail.tsx'
import { paginate } from './paginate.ts'
import { paperRowsOf } from './paper-rows.ts'
import { PaperTableRow } from './paper-table-row.tsx'
import './invoice.css'

/** Rows of 5.6 mm that fit: below the head of the first page, and on those after it. */
const FIRST = 33
const NEXT = 44
/** What the word that nothing is real takes. */
const PRACTICE = 2

/**
 * An invoice or credit note, page by page as it is printed, in its customer's language. What has to be on one is law
 * (mervärdesskattelagen 2023:200, 17 kap. 24 §): both parties with their numbers, an unbroken number, the day, what for,
 * the net and the tax of each rate, and on a credit note the invoice that it is about.
 */
export function InvoiceSheet({
  invoice,
  lines,
  practice,
}: {
  invoice: Invoice
  lines: readonly InvoiceLine[]
  /** Nothing on it is real. */
  practice: boolean
}) {
  const { language, timeZone } = invoice
  const say = i18next.getFixedT(language, 'invoicePaper')
  const style: Style = { language, timeZone }
  const first = practice ? FIRST - PRACTICE : FIRST
  const room = { first, next: NEXT, tail: tailRows(invoice) }
  const pages = paginate(paperRowsOf(invoice, lines), room)
  const title = say(invoice.kind)
  return (
    <>
      {pages.map(({ rows, hasTail }, index) => (
        <article key={index} className="lp-invoice" lang={language}>
          {index === 0 ? (
            <InvoiceHead invoice={invoice} title={title} practice={practice} />
          ) : (
            <header className="lp-invoice-again">
              <strong>
                {title} {text(invoice.name, 30)}
              </strong>
              <span>{text(invoice.buyer.name, 60)}</span>
            </header>
          )}
          <div className="lp-invoice-rows">
            {rows.map((row, at) => (
              <PaperTableRow key={at} row={row} invoice={invoice} style={style} />
            ))}
          </div>
          {hasTail ? <InvoiceTail invoice={invoice} style={style} /> : null}
          <PageFoot invoice={invoice}>
            {say('page', { page: index + 1, pages: pages.length })}
          </PageFoot>
        </article>
      ))}
    </>
  )
}

function PageFoot({ invoice, children }: { invoice: Invoice; children: ReactNode }) {
  const say = i18next.getFixedT(invoice.language, 'invoicePaper')
  const { seller } = invoice
  const words = [
    seller.name,
    seller.organisationNumber && `${say('organisationNumber')} ${seller.organisationNumber}`,
    seller.vatNumber && `${say('vatNumber')} ${seller.vatNumber}`,
    seller.isFTax ? say('fTax') : '',
  ]
  return (
    <footer className="lp-invoice-foot">
      <span>
        {words
          .filter(Boolean)
          .map((word) => text(word, 80))
          .join(' · ')}
      </span>
      <span>{children}</span>
    </footer>
  )
}

function text(words: string, max: number): string {
  return inert(words, max).text
}
