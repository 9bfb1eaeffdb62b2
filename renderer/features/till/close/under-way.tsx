import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ShiftDetail } from '../../../../shared/contract/till.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { hrefOf } from '../../../navigation/use-route.ts'
import { MeansIcon } from '../../../payment/means-icon.tsx'
import { Money } from '../../../payment/money.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { InertText } from '../../../ui/mark/inert-text.tsx'

/** The payments that keep a shift open, each with what is to be done about it. */
export function UnderWay({
  payments,
  onChanged,
}: {
  payments: ShiftDetail['underWay']
  onChanged: () => void
}) {
  const { t } = useTranslation(['till', 'payment'])
  const hub = useClient()
  const act = useAct(async (paymentId: string) => {
    await hub.payment.cancel({ id: paymentId })
    onChanged()
  })
  if (payments.length === 0) return null
  return (
    <div className="lp-till-note" role="status">
      <strong>{t('till:close.underWay', { count: payments.length })}</strong>
      <ul className="lp-till-under-way">
        {payments.map(({ paymentId, means, amountMinor, currency, plate, hint }) => (
          <li key={paymentId}>
            <MeansIcon means={means} size={20} />
            <span>
              {t(`payment:means.${means}`)} <InertText text={plate} max={20} />
            </span>
            <Money minor={amountMinor} currency={currency} />
            <span className="lp-soft">{t(`till:close.hint.${hint}`)}</span>
            {hint === 'cancel' ? (
              <Button
                size="md"
                variant="default"
                disabled={act.busy}
                onClick={() => void act.run(paymentId)}
              >
                {t('till:close.cancel')}
              </Button>
            ) : (
              <Button
                size="md"
                variant="default"
                component="a"
                href={hrefOf({ screen: 'payments', open: paymentId })}
              >
                {t('till:close.look')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ErrorNote error={act.error} />
    </div>
  )
}
