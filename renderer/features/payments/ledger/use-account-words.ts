import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { billLineKind } from '../../../../shared/domain/bill/bill.ts'
import { accountParts } from '../../../../shared/domain/ledger/account.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useRows } from '../../../live/use-live.ts'
import { inert } from '../../../ui/mark/inert.ts'

/** Puts an account of the ledger into words: "Income: Energy", "VAT 25 %", a customer's name. */
export function useAccountWords(): (account: string) => string {
  const { t } = useTranslation(['payments', 'payment'])
  const format = useFormat()
  const customers = useRows('customer')
  const names = useMemo(
    () => new Map(customers.map(({ id, name }) => [id, inert(name, 80).text])),
    [customers],
  )
  return useCallback(
    (account) => {
      const { group, of } = accountParts(account)
      switch (group) {
        case 'customer':
          if (of === 'walkUp') return t('ledger.group.walkUp')
          return names.get(of) ?? t('ledger.group.customer')
        case 'vat':
          return t('ledger.group.vat', { rate: format.rate(Number(of) / 100) })
        case 'revenue': {
          const kind = billLineKind.safeParse(of).data
          return t('ledger.group.revenue', { kind: kind ? t(`payment:line.${kind}`) : of })
        }
        case 'means':
          return isPurse(of) ? t(`ledger.group.${of}`) : of
        case 'fee':
          if (of === '') return t('ledger.group.fee')
          return t('ledger.group.feeOf', {
            whose: of === 'stripe' ? 'Stripe' : t('ledger.group.externalTerminal'),
          })
        default:
          return t(`ledger.group.${group}`)
      }
    },
    [t, format, names],
  )
}

type Purse = 'cash' | 'stripe' | 'externalTerminal' | 'invoice'

function isPurse(of: string): of is Purse {
  return of === 'cash' || of === 'stripe' || of === 'externalTerminal' || of === 'invoice'
}
