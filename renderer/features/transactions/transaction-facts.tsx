import { useTranslation } from 'react-i18next'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { MINUTE } from '../../../shared/time/instant.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useRows } from '../../live/use-live.ts'
import { Facts } from '../../ui/frame/facts.tsx'
import { Figure } from '../../ui/mark/figure.tsx'
import { InertText } from '../../ui/mark/inert-text.tsx'
import { EndByHand } from './end-by-hand.tsx'
import { useReasonWords } from './use-reason-words.ts'
import './transactions.css'

/** When, who, what the meter said, and why it stopped. */
export function TransactionFacts({ transaction }: { transaction: Transaction }) {
  const { t } = useTranslation('transactions')
  const format = useFormat()
  const reasonWords = useReasonWords()
  const { stopReason, stopIdToken } = transaction
  return (
    <>
      <section className="lp-panel lp-transaction-block">
        <h2>{t('detail.times')}</h2>
        <table className="lp-times">
          <thead>
            <tr>
              <td />
              <th scope="col">{t('detail.byCharger')}</th>
              <th scope="col">{t('detail.received')}</th>
            </tr>
          </thead>
          <tbody>
            <Moment
              name={t('detail.begin')}
              at={transaction.startedAt}
              receivedAt={transaction.startReceivedAt}
            />
            <Moment
              name={t('detail.end')}
              at={transaction.stoppedAt}
              receivedAt={transaction.stopReceivedAt}
            />
          </tbody>
        </table>
      </section>
      <section className="lp-panel lp-transaction-block">
        <h2>{t('detail.why')}</h2>
        {transaction.state === 'active' ? (
          <>
            <p>{t('detail.still')}</p>
            <p className="lp-soft">{t('detail.stopAtStation')}</p>
            <EndByHand transaction={transaction} />
          </>
        ) : (
          <>
            <p>{reasonWords(stopReason)}</p>
            {stopReason === null ? null : (
              <p className="lp-soft">
                {t('detail.reasonCode')} <InertText text={stopReason} max={60} />
              </p>
            )}
          </>
        )}
      </section>
      <section className="lp-panel lp-transaction-block">
        <h2>{t('detail.who')}</h2>
        <Facts
          rows={[
            [t('detail.startedBy'), <Token key="start" text={transaction.idToken} />],
            ...(stopIdToken === null
              ? []
              : [
                  [
                    t('detail.stoppedBy'),
                    stopIdToken.toLowerCase() === transaction.idToken.toLowerCase() ? (
                      t('detail.sameToken')
                    ) : (
                      <Token key="stop" text={stopIdToken} />
                    ),
                  ] as const,
                ]),
            ...(transaction.reservationId === null
              ? []
              : [[t('detail.reservation'), transaction.reservationId] as const]),
          ]}
        />
      </section>
      <section className="lp-panel lp-transaction-block">
        <h2>{t('detail.meter')}</h2>
        <Facts
          rows={[
            [
              t('detail.meterStart'),
              <Figure key="start" value={format.energy(transaction.meterStartWh)} />,
            ],
            [
              t('detail.meterStop'),
              transaction.meterStopWh === null ? (
                t('detail.notYet')
              ) : (
                <Figure key="stop" value={format.energy(transaction.meterStopWh)} />
              ),
            ],
            [
              t('detail.energy'),
              <Figure key="energy" value={format.energy(transaction.energyWh)} />,
            ],
          ]}
        />
      </section>
    </>
  )
}

function Moment({
  name,
  at,
  receivedAt,
}: {
  name: string
  at: Instant | null
  receivedAt: Instant | null
}) {
  const { t } = useTranslation('transactions')
  const format = useFormat()
  const lateMs = at !== null && receivedAt !== null ? receivedAt - at : 0
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{at === null ? t('detail.notYet') : `${format.day(at)} ${format.clockSeconds(at)}`}</td>
      <td>
        {receivedAt === null ? '–' : format.clockSeconds(receivedAt)}
        {lateMs >= MINUTE ? (
          <span className="lp-soft">
            {' '}
            ({t('detail.late', { duration: format.duration(lateMs) })})
          </span>
        ) : null}
      </td>
    </tr>
  )
}

function Token({ text }: { text: string }) {
  const { t } = useTranslation('transactions')
  const label = useRows('idToken').find(
    (token) => token.idToken.toLowerCase() === text.toLowerCase(),
  )?.label
  return (
    <>
      <InertText text={text} max={20} />
      <div className="lp-soft">
        {label ? <InertText text={label} max={120} /> : t('detail.noLabel')}
      </div>
    </>
  )
}
