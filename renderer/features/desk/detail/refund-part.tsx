import type { Bill } from '../../../../shared/domain/bill/bill.ts'
import type { Payment } from '../../../../shared/domain/payment/payment.ts'
import { useClient } from '../../../live/use-live.ts'
import { useQuery } from '../../../live/use-query.ts'
import { useReloadOn } from '../../../live/use-reload-on.ts'
import { RefundButton } from '../../../payment/refund/refund-dialog.tsx'

/** Gives a payment back; how much of it may be is asked of the hub, and again when it moves. */
export function RefundPart({ payment, bill }: { payment: Payment; bill: Bill }) {
  const hub = useClient()
  const { id } = payment
  const detail = useQuery(`refundable:${id}`, (signal) => hub.payment.get({ id }, { signal }))
  useReloadOn([payment], detail.reload)
  if (detail.data === undefined) return null
  const { refundableMinor, notRefundable } = detail.data
  return (
    <RefundButton
      payment={payment}
      bill={bill}
      may={{ refundableMinor, notRefundable }}
      onGiven={detail.reload}
    />
  )
}
