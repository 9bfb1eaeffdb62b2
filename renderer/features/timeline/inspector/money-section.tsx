import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import { endedStates } from '../../../../shared/domain/booking/states.ts'
import { useMay } from '../../../live/session-store.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { BillPanel } from '../../../payment/bill-panel.tsx'
import { useBillOf } from '../../../payment/use-bill.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'

/** What a booking costs, or would cost, and how it is paid. */
export function MoneySection({ booking }: { booking: Booking }) {
  return useMay('seeMoney') ? <Money booking={booking} /> : null
}

function Money({ booking }: { booking: Booking }) {
  const { t } = useTranslation('payment')
  const hub = useClient()
  const bill = useBillOf({ bookingId: booking.id })
  const make = useAct(() => hub.bill.ofBooking({ bookingId: booking.id }))
  if (bill === undefined || (bill === null && endedStates.has(booking.state))) return null
  return (
    <section>
      <h3>{t('bill.title')}</h3>
      {bill === null ? (
        <Button
          variant="default"
          size="compact-sm"
          loading={make.busy}
          onClick={() => void make.run(undefined)}
        >
          {t('bill.make')}
        </Button>
      ) : (
        <BillPanel bill={bill} />
      )}
      <ErrorNote error={make.error} />
    </section>
  )
}
