import { useTranslation } from 'react-i18next'
import type { PaymentMoment } from '../../../../shared/domain/payment/payment-moment.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useNow } from '../../../live/use-now.ts'
import { Money } from '../../../payment/money.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { useActorWords } from '../../../ui/words/use-actor-words.ts'
import { useHistoryWords, useSaidWords } from './history-words.ts'

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
  const saidOf = useSaidWords()
  const actorOf = useActorWords()
  return (
    <ol className="lp-pay-history">
      {moments.map((moment, index) => (
        <li key={index}>
          <span className="lp-soft">{format.momentSeconds(moment.at, now)}</span>
          <span>
            {wordsOf(moment)}
            {moment.actor === null ? null : (
              <span className="lp-soft"> {t('history.by', { who: actorOf(moment.actor) })}</span>
            )}
          </span>
          <span>
            {moment.amountMinor === null ? null : (
              <Money minor={moment.amountMinor} currency={currency} />
            )}
          </span>
          {saidOf(moment).map((said, line) =>
            said === '' ? null : (
              <span key={line} className="lp-pay-said">
                {inert(said, 200).text}
              </span>
            ),
          )}
        </li>
      ))}
    </ol>
  )
}
