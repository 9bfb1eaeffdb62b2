import { Button } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Bill } from '../../../../shared/domain/bill/bill.ts'
import { isUnpaid } from '../../../../shared/domain/bill/payable.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { useNow } from '../../../live/use-now.ts'
import { OpenPayment } from '../../../payment/take/open-payment.tsx'
import { CancelPayment } from '../../../payment/take/payment-acts.tsx'
import { usePaymentsOfBill } from '../../../payment/use-bill.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import '../../../payment/take/take.css'

/** The link to pay a bill: made, shown as QR, copied or sent, and how often it has been. */
export function RemindPart({ bill }: { bill: Bill }) {
  const { t } = useTranslation('payments')
  const format = useFormat()
  const now = useNow(60_000)
  const language = useLocale((locale) => locale.language)
  const hub = useClient()
  const open = usePaymentsOfBill(bill.id).findLast(
    ({ means, state }) => means === 'checkout' && (state === 'open' || state === 'requested'),
  )
  const act = useAct(() => hub.payment.remind({ billId: bill.id, language }))
  if (!isUnpaid(bill)) return null
  return (
    <section className="lp-pay-resolve">
      <p className="lp-soft">
        {bill.remindedAt === null
          ? t('unpaid.never')
          : t('unpaid.reminded', {
              count: bill.reminders,
              when: format.moment(bill.remindedAt, now),
            })}
      </p>
      {open === undefined ? null : <OpenPayment payment={open} bill={bill} />}
      <ErrorNote error={act.error} />
      <div className="lp-pay-acts">
        {open === undefined ? (
          <Button
            variant="default"
            leftSection={<IconLink size={16} aria-hidden="true" />}
            loading={act.busy}
            onClick={() => void act.run(undefined)}
          >
            {t(bill.reminders > 0 ? 'unpaid.linkAgain' : 'unpaid.link')}
          </Button>
        ) : (
          <CancelPayment payment={open} />
        )}
      </div>
    </section>
  )
}
