import { useTranslation } from 'react-i18next'
import type { WalkUpPlace } from '../../../../shared/domain/walk-up/choice.ts'
import { HOUR } from '../../../../shared/time/instant.ts'
import { inWords } from '../../../i18n/format.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useNow } from '../../../live/use-now.ts'
import { StateDot } from '../../../ui/mark/state-dot.tsx'
import { usePriceWords } from '../../../ui/words/use-price-words.ts'

/** Free for longer than this is free for as long as anybody stays. */
const FREE_LONG_MS = 12 * HOUR

/** What a connector is: its plug and power, its price, and until when it is free. */
export function PlaceWords({ place }: { place: WalkUpPlace }) {
  const { t } = useTranslation(['desk', 'fleet'])
  const format = useFormat()
  const price = usePriceWords()
  const now = useNow(30_000)
  const { standard, powerW, isPluggedIn, isOffline, freeUntil, words } = place
  const plug = standard === null ? null : t(`fleet:plug.${standard}`)
  const power = powerW === null ? null : inWords(format.power(powerW))
  // A booking of tomorrow keeps nobody from charging today.
  const isFreeLong = freeUntil === null || freeUntil - now > FREE_LONG_MS
  const when = isFreeLong
    ? t('strip.free')
    : t('strip.freeUntil', { until: format.end(now, freeUntil, now) })
  return (
    <>
      {plug === null && power === null ? null : (
        <span>{[plug, power].filter(Boolean).join(' · ')}</span>
      )}
      {words === null ? null : <span className="lp-dk-tile-price">{price.short(words)}</span>}
      {isOffline ? (
        <span className="lp-dk-tile-state">
          <StateDot state="offline" /> {t('strip.offline')}
        </span>
      ) : isPluggedIn ? (
        <span className="lp-dk-tile-state">
          <StateDot state="preparing" /> {t('strip.pluggedIn')}
          {isFreeLong ? null : <span className="lp-soft">{when}</span>}
        </span>
      ) : (
        <span className="lp-soft">{when}</span>
      )}
    </>
  )
}
