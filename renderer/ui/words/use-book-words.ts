import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { billLineKind } from '../../../shared/domain/bill/bill.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { inert } from '../mark/inert.ts'

const plain = [
  'customer',
  'bank',
  'safe',
  'dispute',
  'rounding',
  'variance',
  'comp',
  'writeOff',
] as const
const means = ['cash', 'stripe', 'externalTerminal', 'invoice'] as const
const fees = ['stripe', 'terminal'] as const

/** Gives what one of the ledger's accounts is called where it meets other books. */
export function useBookWords(): (id: string) => string {
  const { t } = useTranslation('accounting')
  const format = useFormat()
  return useCallback(
    (id) => {
      const [group = '', of = ''] = id.split('/', 2)
      const known = plain.find((one) => one === id)
      if (known) return t(`account.${known}`)
      if (id === 'customer/walkUp') return t('account.walkUp')
      if (id === 'expense/petty') return t('account.expense.petty')
      if (group === 'vat') return t('account.vat', { rate: format.rate(Number(of) / 100) })
      const purse = means.find((one) => group === 'means' && one === of)
      if (purse) return t(`account.means.${purse}`)
      const fee = fees.find((one) => group === 'fee' && one === of)
      if (fee) return t(`account.fee.${fee}`)
      const kind = billLineKind.options.find((one) => group === 'revenue' && one === of)
      if (kind) return t(`account.revenue.${kind}`)
      return inert(id, 60).text
    },
    [t, format],
  )
}
