import { useTranslation } from 'react-i18next'
import type { PaymentMoment } from '../../../../shared/contract/payment.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useNow } from '../../../live/use-now.ts'
import { Money } from '../../../payment/money.tsx'
import { words } from '../../../i18n/en/payments.ts'
import { inert } from '../../../ui/inert.ts'
import { useHistoryWords } from './history-words.ts'

type Reason = keyof typeof words.dispute.reason

/** All that happened to a payment, in order, with what was said of it. */
export function PaymentHistory({
  moments,
  currency,
}: {
  moments: readonly PaymentMoment[]
  currency: string
}) {
  const { t } = useTranslation('payments')
  const format = useFormat()
  const now = useNow(60_000)
  const wordsOf = useHistoryWords()
  const said = ({ what, detail }: PaymentMoment) => {
    if (what === 'receipt') return ''
    if (what === 'dispute' && isReason(detail)) return t(`dispute.reason.${detail}`)
    return inert(detail, 200).text
  }
  return (
    <ol className="lp-pay-history">
      {moments.map((moment, index) => (
        <li key={index}>
          <span className="lp-soft">{format.momentSeconds(moment.at, now)}</span>
          <span>{wordsOf(moment)}</span>
          <span>
            {moment.amountMinor === null ? null : (
              <Money minor={moment.amountMinor} currency={currency} />
            )}
          </span>
          {said(moment) === '' ? null : <span className="lp-pay-said">{said(moment)}</span>}
        </li>
      ))}
    </ol>
  )
}

function isReason(detail: string): detail is Reason {
  return Object.hasOwn(words.dispute.reason, detail)
}
