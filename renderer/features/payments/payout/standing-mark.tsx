import { useTranslation } from 'react-i18next'
import type { Payout } from '../../../../shared/domain/payment/payout.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import type { MoneyLook } from '../../../payment/money-look.ts'
import { MoneyMark } from '../../../payment/money-mark.tsx'
import { standingOf } from './standing.ts'
import type { PayoutStanding } from './standing.ts'

const looks: Record<PayoutStanding['kind'], MoneyLook> = {
  ok: 'done',
  waits: 'waits',
  manual: 'over',
  off: 'wrong',
}

/** How a payout stands against the ledger, as shape and words. */
export function StandingMark({ payout }: { payout: Payout }) {
  const { t } = useTranslation('payments')
  const format = useFormat()
  const standing = standingOf(payout)
  const amount =
    standing.kind === 'off' ? format.money(standing.differenceMinor, payout.currency) : ''
  return <MoneyMark look={looks[standing.kind]} text={t(`payout.${standing.kind}`, { amount })} />
}
