import { useFormat } from '../i18n/use-format.ts'
import './payment.css'

/** An amount of minor units in its currency, as one figure that never breaks. */
export function Money({
  minor,
  currency,
  size = 'text',
}: {
  minor: number
  currency: string
  size?: 'text' | 'medium' | 'large'
}) {
  const format = useFormat()
  return (
    <span className="lp-money" data-size={size}>
      {format.money(minor, currency)}
    </span>
  )
}
