import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../shared/time/instant.ts'
import * as format from './format.ts'
import type { Quantity } from './format.ts'
import { useLocale } from './locale.ts'

/** The ways of writing numbers and times, bound to the language and the site's time zone. */
export type Format = {
  number: (value: number, decimals?: number) => string
  rate: (ratePct: number) => string
  power: (powerW: number | null) => Quantity
  energy: (energyWh: number | null) => Quantity
  current: (currentDa: number | null) => Quantity
  percent: (percent: number | null) => Quantity
  money: (amountMinor: number, currency: string) => string
  unitPrice: (price: string, currency: string) => string
  clock: (at: Instant) => string
  clockSeconds: (at: Instant) => string
  day: (at: Instant) => string
  dateTime: (at: Instant) => string
  moment: (at: Instant, now: Instant) => string
  momentSeconds: (at: Instant, now: Instant) => string
  end: (from: Instant, until: Instant, now: Instant) => string
  /** "now", "12 s ago", "12 min ago", then a clock time. */
  ago: (at: Instant, now: Instant) => string
  duration: (ms: number) => string
  countdown: (ms: number) => string
}

/** The formats of the language shown now. */
export function useFormat(): Format {
  const { t } = useTranslation('ui')
  const language = useLocale((locale) => locale.language)
  const timeZone = useLocale((locale) => locale.timeZone)
  return useMemo(() => {
    const style = { language, timeZone }
    return {
      number: (value, decimals = 0) => format.formatNumber(value, decimals, style),
      rate: (ratePct) => format.formatRate(ratePct, style),
      power: (powerW) => format.formatPower(powerW, style),
      energy: (energyWh) => format.formatEnergy(energyWh, style),
      current: (currentDa) => format.formatCurrent(currentDa, style),
      percent: (percent) => format.formatPercent(percent, style),
      money: (amountMinor, currency) => format.formatMoney(amountMinor, currency, style),
      unitPrice: (price, currency) => format.formatUnitPrice(price, currency, style),
      clock: (at) => format.formatClock(at, style),
      clockSeconds: (at) => format.formatClockSeconds(at, style),
      day: (at) => format.formatDay(at, style),
      dateTime: (at) => format.formatDateTime(at, style),
      moment: (at, now) => format.formatMoment(at, now, style),
      momentSeconds: (at, now) => format.formatMomentSeconds(at, now, style),
      end: (from, until, now) => format.formatEnd(from, until, now, style),
      ago: (at, now) => {
        const ago = format.agoOf(at, now, style)
        if (ago.kind === 'now') return t('ago.now')
        if (ago.kind === 'seconds') return t('ago.seconds', { count: ago.count })
        if (ago.kind === 'minutes') return t('ago.minutes', { count: ago.count })
        return ago.text
      },
      duration: format.formatDuration,
      countdown: format.formatCountdown,
    }
  }, [t, language, timeZone])
}
