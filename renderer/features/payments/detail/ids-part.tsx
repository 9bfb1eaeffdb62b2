import { useTranslation } from 'react-i18next'
import type { Payment } from '../../../../shared/domain/payment/payment.ts'
import { openOutside } from '../../../payment/open-outside.ts'
import { CopyField } from '../../../ui/share/copy-field.tsx'

/** The ids of a payment, to copy, and the way to it at Stripe. */
export function IdsPart({ payment }: { payment: Payment }) {
  const { t } = useTranslation('payments')
  const ids = [
    ['payment', payment.id],
    ['bill', payment.billId],
    ['intent', payment.stripePaymentIntentId],
    ['charge', payment.stripeChargeId],
    ['session', payment.stripeCheckoutSessionId],
  ] as const
  const { mode, stripePaymentIntentId } = payment
  const real = mode === 'test' || mode === 'live'
  return (
    <section className="lp-pay-ids">
      <h3>{t('detail.ids')}</h3>
      {ids.map(([name, value]) =>
        value === null ? null : (
          <CopyField key={name} label={t(`detail.id.${name}`)} value={value} />
        ),
      )}
      {real && stripePaymentIntentId !== null ? (
        <a href={dashboardOf(mode, `payments/${stripePaymentIntentId}`)} onClick={openOutside}>
          {t('detail.stripeOpen')}
        </a>
      ) : null}
    </section>
  )
}

/** A page of Stripe's dashboard; what was made with a test key has pages of its own. */
export function dashboardOf(mode: 'test' | 'live', path: string): string {
  return `https://dashboard.stripe.com/${mode === 'test' ? 'test/' : ''}${path}`
}
