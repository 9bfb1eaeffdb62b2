import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { invoiceBacklog, SellerLack } from '../../../../../shared/contract/invoice.ts'
import { useFormat } from '../../../../i18n/use-format.ts'

/** What the run leaves out, so that nothing is forgotten, and what keeps it from being made at all. */
export function RunNotes({
  backlog,
  lacks,
}: {
  backlog: z.infer<typeof invoiceBacklog>
  lacks: SellerLack | null
}) {
  const { t } = useTranslation(['invoice', 'refusal'])
  const format = useFormat()
  const { earlierBills, earliestAt, withoutCustomer } = backlog
  if (earlierBills === 0 && withoutCustomer === 0 && lacks === null) return null
  return (
    <ul className="lp-invoices-notes">
      {lacks === null ? null : <li>{t(`refusal:${lacks}`)}</li>}
      {earlierBills === 0 ? null : (
        <li>
          {t('run.earlier', {
            count: earlierBills,
            when: earliestAt === null ? '–' : format.day(earliestAt),
          })}
        </li>
      )}
      {withoutCustomer === 0 ? null : (
        <li>{t('run.withoutCustomer', { count: withoutCustomer })}</li>
      )}
    </ul>
  )
}
