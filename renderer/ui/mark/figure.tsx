import { UNKNOWN } from '../../i18n/format.ts'
import type { Quantity } from '../../i18n/format.ts'
import './figure.css'

/**
 * A number with its unit, the unit smaller and lighter; nothing known has none. `faded` for a value too old to trust;
 * `size` large once a view at most.
 */
export function Figure({
  value,
  size = 'text',
  faded = false,
}: {
  value: Quantity
  size?: 'text' | 'medium' | 'large'
  faded?: boolean
}) {
  return (
    <span className="lp-figure" data-size={size} data-faded={faded || undefined}>
      {value.number}
      {value.number === UNKNOWN ? null : <span className="lp-unit">&nbsp;{value.unit}</span>}
    </span>
  )
}
