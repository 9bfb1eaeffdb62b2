import { useTranslation } from 'react-i18next'
import type { Invoice } from '../../../../shared/domain/invoice/invoice.ts'
import { localDayOf } from '../../../../shared/domain/report/period.ts'
import { MoneyMark } from '../../../payment/money-mark.tsx'
import { useClock } from '../use-clock.ts'
import { lookOfInvoice, standingOn } from './invoice-look.ts'

/** How an invoice stands, as shape and word. */
export function InvoiceMark({
  invoice,
}: {
  invoice: Pick<Invoice, 'state' | 'leftMinor' | 'dueOn'>
}) {
  const { t } = useTranslation('invoice')
  const { now, timeZone } = useClock()
  const standing = standingOn(invoice, localDayOf(now, timeZone))
  return <MoneyMark look={lookOfInvoice(standing)} text={t(`state.${standing}`)} />
}
