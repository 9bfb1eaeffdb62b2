import { IconChevronDown } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/use-format.ts'
import { Figure } from '../../../ui/mark/figure.tsx'
import { type PowerScale, yOf } from './kilowatts.ts'
import { foldStrip } from './strip-height.ts'

/** At the left of the strip: what is drawn now, the peak of what is shown, and the axis; folded only the first two. */
export const StripHead = memo(function StripHead({
  nowW,
  peakW,
  scale,
  open,
  stale,
}: {
  nowW: number
  /** Null when nothing is known of what is shown. */
  peakW: number | null
  scale: PowerScale
  open: boolean
  /** The rows are not live just now. */
  stale: boolean
}) {
  const { t } = useTranslation('timeline')
  const format = useFormat()
  return (
    <div className="lp-load-head">
      <button
        type="button"
        className="lp-load-fold"
        aria-expanded={open}
        aria-label={t(open ? 'strip.fold' : 'strip.unfold')}
        title={t(open ? 'strip.fold' : 'strip.unfold')}
        onClick={foldStrip}
      >
        <IconChevronDown size={14} aria-hidden="true" className="lp-tl-chevron" />
        <span>{t('strip.title')}</span>
      </button>
      <dl className="lp-load-figures">
        <div>
          <dt>{t('strip.now')}</dt>
          <dd>
            <Figure value={format.power(nowW)} faded={stale} />
          </dd>
        </div>
        <div>
          <dt>{t('strip.peak')}</dt>
          <dd>
            <Figure value={format.power(peakW)} />
          </dd>
        </div>
      </dl>
      {open ? (
        <div className="lp-load-axis" aria-hidden="true">
          {namedTicks(scale).map((powerW, index) => (
            <span
              key={powerW}
              style={{ top: yOf(scale, powerW) }}
              data-first={index === 0 || undefined}
            >
              {format.number(powerW / 1_000)}
            </span>
          ))}
          <span className="lp-load-unit">kW</span>
        </div>
      ) : null}
    </div>
  )
})

/** The unit stands at the top; a mark so near to it has no name, px. */
const UNIT_PX = 22

function namedTicks(scale: PowerScale): readonly number[] {
  return scale.ticksW.filter((powerW) => yOf(scale, powerW) >= UNIT_PX)
}
