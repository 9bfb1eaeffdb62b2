import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/use-format.ts'
import { type PowerScale, yOf } from './kilowatts.ts'
import type { LoadPicture } from './picture.ts'

/** A label is so high, px; two closer together than that would lie on one another. */
const LABEL_PX = 16

/** The names of the limit and of the proven minimum, at the right edge of the strip beside their lines. */
export function LineLabels({ picture, scale }: { picture: LoadPicture; scale: PowerScale }) {
  const { t } = useTranslation('timeline')
  const format = useFormat()
  const kW = (powerW: number) => format.number(powerW / 1_000, powerW % 1_000 < 50 ? 0 : 1)
  const limits = picture.limitW.filter((limit) => limit !== null)
  const limitW = limits.length === 0 ? null : Math.max(...limits)
  const provenW = picture.proven?.powerW ?? null
  const limitY = limitW === null ? null : yOf(scale, limitW) - LABEL_PX
  const provenY = provenW === null ? null : yOf(scale, provenW)
  // The limit's name stands above its line and the other below its own, out of each other's way.
  const away = limitY === null || provenY === null ? LABEL_PX : Math.abs(provenY - limitY)
  const clear =
    limitY === null || provenY === null || away >= LABEL_PX ? 0 : limitY + LABEL_PX + 1 - provenY
  return (
    <div className="lp-load-labels" aria-hidden="true">
      {limitW === null || limitY === null ? null : (
        <span className="lp-load-label" data-line="limit" style={{ top: Math.max(0, limitY) }}>
          {t('strip.limitLabel', { power: kW(limitW) })}
        </span>
      )}
      {provenW === null || provenY === null ? null : (
        <span
          className="lp-load-label"
          data-line="proven"
          style={{ top: Math.min(scale.heightPx - LABEL_PX, provenY + clear) }}
        >
          {t('strip.provenLabel', { power: kW(provenW) })}
        </span>
      )}
    </div>
  )
}
