import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { invoiceBacklog } from '../../../../../shared/contract/invoice.ts'
import { useFormat } from '../../../../i18n/use-format.ts'

/** What the run leaves out, so that nothing is forgotten. */
export function BacklogNotes({ backlog }: { backlog: z.infer<typeof invoiceBacklog> }) {
  const { t } = useTranslation('invoice')
  const format = useFormat()
  const { earlierBills, earliestAt, withoutCustomer } = backlog
  if (earlierBills === 0 && withoutCustomer === 0) return null
  return (
    <ul className="lp-invoices-notes">
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
