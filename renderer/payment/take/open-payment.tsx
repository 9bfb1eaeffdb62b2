import { useTranslation } from 'react-i18next'
import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useRow } from '../../live/use-live.ts'
import { useNow } from '../../live/use-now.ts'
import { Age } from '../../ui/mark/age.tsx'
import { inert } from '../../ui/mark/inert.ts'
import { Qr } from '../../ui/share/qr.tsx'
import { PaymentMark } from '../payment-mark.tsx'
import { Money } from '../money.tsx'
import { meansDetail, useDeclineWords } from '../payment-words.ts'
import { PayLink } from './pay-link.tsx'
import { StripeNote } from './stripe-note.tsx'

/** One payment while it goes on, live: what the payer sees or does now, how long still, and what became of it. */
export function OpenPayment({ payment, bill }: { payment: Payment; bill: Bill }) {
  const { t } = useTranslation('payment')
  const declined = useDeclineWords()
  const { state, means, currency } = payment
  const through = payment.mode !== 'local'
  const why = state === 'failed' || state === 'open' ? declined(payment) : null
  const amount =
    state === 'paid' ? payment.capturedMinor + payment.roundingMinor : payment.amountMinor
  return (
    <div className="lp-take-open">
      <div className="lp-take-amount">
        <div>
          <div className="lp-soft">
            {[t(`means.${means}`), meansDetail(payment)].filter(Boolean).join(' · ')}
          </div>
          <Money minor={amount} currency={currency} size="large" />
        </div>
        <div className="lp-take-state" role="status">
          <PaymentMark payment={payment} />
          {through ? <Age at={payment.updatedAt} /> : null}
        </div>
      </div>
      {state === 'open' ? (
        <>
          {why === null ? null : (
            <p className="lp-take-note lp-take-warning" role="status">
              {t('open.lastTry', { why })}
            </p>
          )}
          <WhileOpen payment={payment} bill={bill} />
        </>
      ) : (
        <p className="lp-take-note">{why ?? t(`stateWhy.${state}`)}</p>
      )}
      {state === 'requested' ? <StripeNote /> : null}
      {state === 'paid' && payment.changeMinor !== null && payment.changeMinor > 0 ? (
        <ChangeOut minor={payment.changeMinor} currency={currency} />
      ) : null}
    </div>
  )
}

function ChangeOut({ minor, currency }: { minor: number; currency: string }) {
  const { t } = useTranslation('payment')
  return (
    <div className="lp-take-change">
      <span className="lp-soft">{t('take.change')}</span>
      <Money minor={minor} currency={currency} size="large" />
    </div>
  )
}

function WhileOpen({ payment, bill }: { payment: Payment; bill: Bill }) {
  const { t } = useTranslation('payment')
  const reader = useRow('reader', payment.readerId)
  return (
    <>
      {payment.expiresAt === null ? null : <TimeLeft until={payment.expiresAt} />}
      {payment.payUrl === null ? null : (
        <PayLink payment={payment} bill={bill} url={payment.payUrl} />
      )}
      {payment.qrData === null ? null : (
        <figure className="lp-take-qr">
          <Qr text={payment.qrData} what={t('open.qrSwish')} size={224} />
          <figcaption>{t('open.scanSwish')}</figcaption>
        </figure>
      )}
      {payment.means === 'reader' ? (
        <p className="lp-take-note">
          {reader ? <strong>{inert(reader.label, 60).text} </strong> : null}
          {t('open.present')}
        </p>
      ) : null}
    </>
  )
}

function TimeLeft({ until }: { until: number }) {
  const { t } = useTranslation('payment')
  const format = useFormat()
  const left = until - useNow(1_000)
  return (
    <p className="lp-take-left" role="timer">
      {left > 0 ? t('open.left', { left: format.countdown(left) }) : t('open.over')}
    </p>
  )
}
