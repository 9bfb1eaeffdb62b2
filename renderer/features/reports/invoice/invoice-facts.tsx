import { useTranslation } from 'react-i18next'
import type { InvoiceDetail } from '../../../../shared/contract/invoice.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { hrefOf } from '../../../navigation/use-route.ts'
import { Money } from '../../../payment/money.tsx'
import { CopyField } from '../../../ui/share/copy-field.tsx'
import { Facts } from '../../../ui/frame/facts.tsx'
import { inert } from '../../../ui/mark/inert.ts'

/** What an invoice says: when, of what, and what it comes to. */
export function InvoiceFacts({ detail: { invoice, creditNotes } }: { detail: InvoiceDetail }) {
  const { t } = useTranslation('invoice')
  const format = useFormat()
  const { kind, currency, vat, leftMinor } = invoice
  const money = (minor: number) => <Money minor={minor} currency={currency} />
  const sums: [string, number][] = [
    [t('detail.net'), invoice.exclMinor],
    ...vat.map(({ ratePct, vatMinor }): [string, number] => [
      t('detail.vat', { rate: format.rate(ratePct) }),
      vatMinor,
    ]),
    ...(invoice.creditedMinor === 0
      ? []
      : [[t('detail.credited'), -invoice.creditedMinor] as [string, number]]),
    ...(invoice.paidMinor === 0
      ? []
      : [[t('detail.paid'), -invoice.paidMinor] as [string, number]]),
  ]
  return (
    <>
      <Facts
        rows={[
          [t('detail.period'), `${invoice.periodFrom} – ${invoice.periodUntil}`],
          [t('detail.issued'), invoice.issuedOn],
          ...(kind === 'invoice' ? [[t('detail.due'), invoice.dueOn] as const] : []),
          [
            t('detail.stays'),
            `${format.number(invoice.stays)} · ${format.energy(invoice.energyWh).number} kWh`,
          ],
          ...(kind === 'creditNote' && invoice.creditOf !== null
            ? [
                [
                  t('detail.credits'),
                  <InvoiceLink key="of" id={invoice.creditOf} name={invoice.creditOfName} />,
                ] as const,
              ]
            : []),
          ...(invoice.reason === ''
            ? []
            : [[t('detail.reason'), inert(invoice.reason, 300).text] as const]),
        ]}
      />
      {invoice.reference === '' ? null : (
        <CopyField label={t('detail.reference')} value={invoice.reference} />
      )}
      <section>
        <table className="lp-invoices-rows">
          <tbody>
            {sums.map(([name, minor]) => (
              <tr key={name}>
                <td>{name}</td>
                <td>{money(minor)}</td>
              </tr>
            ))}
            {kind === 'invoice' ? (
              <tr data-sum>
                <td>{t(leftMinor < 0 ? 'detail.leftBack' : 'detail.left')}</td>
                <td>{money(Math.abs(leftMinor))}</td>
              </tr>
            ) : null}
          </tbody>
        </table>
      </section>
      {creditNotes.length === 0 ? null : (
        <section>
          <h3>{t('detail.creditNotes')}</h3>
          <table className="lp-invoices-rows">
            <tbody>
              {creditNotes.map((note) => (
                <tr key={note.id}>
                  <td>
                    <InvoiceLink id={note.id} name={note.name} />{' '}
                    <span className="lp-soft">{note.issuedOn}</span>
                  </td>
                  <td>{money(note.inclMinor)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  )
}

function InvoiceLink({ id, name }: { id: string; name: string }) {
  return (
    <a href={hrefOf({ screen: 'reports', tab: 'invoices', open: id })}>{inert(name, 30).text}</a>
  )
}
