import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invoice, InvoicePayment } from '../../../../shared/domain/invoice/invoice.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { Money } from '../../../payment/money.tsx'
import { useHeldBack } from '../../../session/needs.tsx'
import { ConfirmAct } from '../../../ui/frame/confirm-act.tsx'
import { inert } from '../../../ui/mark/inert.ts'

/** What has come in for an invoice; a mistake can be undone, and stays to be seen. */
export function PaymentRows({
  invoice,
  payments,
  onUndone,
}: {
  invoice: Invoice
  payments: readonly InvoicePayment[]
  onUndone: () => void
}) {
  const { t } = useTranslation('invoice')
  const hub = useClient()
  const format = useFormat()
  const held = useHeldBack('account')
  const [asking, setAsking] = useState<InvoicePayment | null>(null)
  const undoing = useAct(hub.invoice.undoPayment)
  const name = inert(invoice.name, 30).text
  const undo = async () => {
    if (asking === null || (await undoing.run({ id: asking.id })) === undefined) return
    setAsking(null)
    tellAct(t('pay.undoSaid', { name }))
    onUndone()
  }
  const amountOf = ({ amountMinor, currency }: InvoicePayment) =>
    format.money(amountMinor, currency)
  return (
    <section>
      <h3>{t('detail.payments')}</h3>
      <table className="lp-invoices-rows">
        <tbody>
          {payments.map((payment) => (
            <tr key={payment.id} data-undone={payment.undoneAt === null ? undefined : true}>
              <td>
                {payment.paidOn} <span className="lp-soft">{inert(payment.note, 120).text}</span>
              </td>
              <td>
                <Money minor={payment.amountMinor} currency={payment.currency} />
              </td>
              <td>
                {payment.undoneAt === null ? (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    disabled={held.disabled}
                    title={held.title}
                    aria-label={t('pay.undoOf', { amount: amountOf(payment) })}
                    onClick={() => setAsking(payment)}
                  >
                    {t('pay.undo')}
                  </Button>
                ) : (
                  <span className="lp-soft">
                    {t('pay.undone', { who: inert(payment.undoneBy ?? '', 40).text })}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ConfirmAct
        opened={asking !== null}
        title={t('pay.undoing')}
        act={t('pay.undoAct', { amount: asking ? amountOf(asking) : '' })}
        destructive
        busy={undoing.busy}
        error={undoing.error}
        onConfirm={() => void undo()}
        onCancel={() => setAsking(null)}
      >
        {t('pay.undoingText', { amount: asking ? amountOf(asking) : '', name })}
      </ConfirmAct>
    </section>
  )
}
