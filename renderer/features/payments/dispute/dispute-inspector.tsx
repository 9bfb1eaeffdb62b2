import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { endedDisputes } from '../../../../shared/domain/payment/dispute.ts'
import type { Dispute } from '../../../../shared/domain/payment/dispute.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useRow } from '../../../live/use-live.ts'
import { useNow } from '../../../live/use-now.ts'
import { hrefOf } from '../../../navigation/use-route.ts'
import { lookOfDispute } from '../../../payment/money-look.ts'
import { MoneyMark } from '../../../payment/money-mark.tsx'
import { Money } from '../../../payment/money.tsx'
import { openOutside } from '../../../payment/open-outside.ts'
import { Age } from '../../../ui/mark/age.tsx'
import { CopyField } from '../../../ui/share/copy-field.tsx'
import { Facts } from '../../../ui/frame/facts.tsx'
import { Inspector } from '../../../ui/frame/inspector.tsx'
import { dashboardOf } from '../detail/ids-part.tsx'
import { useDeadlineWords, useDisputeReason } from './dispute-words.ts'

/** A dispute: until when, what to do, what it has taken, and the way to Stripe, where it is answered. */
export function DisputeInspector({ dispute, onClose }: { dispute: Dispute; onClose: () => void }) {
  const { t } = useTranslation('payments')
  const format = useFormat()
  const now = useNow(60_000)
  const reasonOf = useDisputeReason()
  const deadlineOf = useDeadlineWords(now)
  const account = useRow('stripeAccount', 'stripe')
  const { status, currency } = dispute
  const over = endedDisputes.has(status)
  const mode = account?.mode
  return (
    <Inspector title={t('dispute.title')} subtitle={reasonOf(dispute.reason)} onClose={onClose}>
      <div className="lp-pay-part">
        <section>
          <div className="lp-pay-head">
            <Money minor={dispute.amountMinor} currency={currency} size="large" />
            <MoneyMark look={lookOfDispute(status)} text={t(`dispute.status.${status}`)} />
          </div>
          <p>
            {t(`dispute.todo.${status}`)} <Age at={dispute.updatedAt} />
          </p>
        </section>
        {over || (mode !== 'test' && mode !== 'live') ? null : (
          <div className="lp-pay-acts">
            <Button
              component="a"
              href={dashboardOf(mode, `disputes/${dispute.id}`)}
              onClick={openOutside}
            >
              {t('dispute.open')}
            </Button>
          </div>
        )}
        <Facts
          rows={[
            ...(over ? [] : [[t('dispute.due'), deadlineOf(dispute.evidenceDueBy)] as const]),
            [t('columns.when'), format.dateTime(dispute.createdAt)],
            [
              t('dispute.withdrawn'),
              <Money key="taken" minor={dispute.withdrawnMinor} currency={currency} />,
            ],
            [t('dispute.fee'), <Money key="fee" minor={dispute.feeMinor} currency={currency} />],
          ]}
        />
        {dispute.paymentId === null ? (
          <p className="lp-soft">{t('dispute.notOurs')}</p>
        ) : (
          <a href={hrefOf({ screen: 'payments', open: dispute.paymentId })}>
            {t('dispute.toPayment')}
          </a>
        )}
        <section className="lp-pay-ids">
          <CopyField label={t('dispute.title')} value={dispute.id} />
          <CopyField label={t('detail.id.charge')} value={dispute.stripeChargeId} />
        </section>
      </div>
    </Inspector>
  )
}
