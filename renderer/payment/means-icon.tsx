import {
  IconCash,
  IconCreditCard,
  IconDeviceMobile,
  IconFileInvoice,
  IconGift,
  IconQrcode,
  IconReceipt,
} from '@tabler/icons-react'
import type { TablerIcon } from '@tabler/icons-react'
import type { PaymentMeans } from '../../shared/domain/payment/payment.ts'

const icons: Record<PaymentMeans, TablerIcon> = {
  checkout: IconQrcode,
  reader: IconCreditCard,
  swish: IconDeviceMobile,
  cash: IconCash,
  invoice: IconFileInvoice,
  externalTerminal: IconReceipt,
  voucher: IconGift,
}

/** The picture of a means of payment; always beside its word. */
export function MeansIcon({ means, size = 16 }: { means: PaymentMeans; size?: number }) {
  const Icon = icons[means]
  return <Icon size={size} stroke={1.6} aria-hidden="true" className="lp-means-icon" />
}
