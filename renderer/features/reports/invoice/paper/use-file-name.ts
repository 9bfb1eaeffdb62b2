import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invoice } from '../../../../../shared/domain/invoice/invoice.ts'
import { inert } from '../../../../ui/mark/inert.ts'

/** Gives what an invoice's file is called: its kind, number and customer. */
export function useInvoiceFileName(): (
  invoice: Pick<Invoice, 'kind' | 'name' | 'buyer'>,
) => string {
  const { t } = useTranslation('invoice')
  return useCallback(
    ({ kind, name, buyer }) => {
      const words = { name: inert(name, 30).text, customer: inert(buyer.name, 60).text }
      return `${t(`paper.fileName.${kind}`, words)}.pdf`
    },
    [t],
  )
}
