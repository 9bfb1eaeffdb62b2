import { useMemo } from 'react'
import type { SeriesKind } from '../../../../shared/contract/series.ts'
import { minorDigits } from '../../../../shared/domain/money/currency.ts'
import { inWords } from '../../../i18n/format.ts'
import { useFormat } from '../../../i18n/use-format.ts'

/** Writes a value of a series: a load as kW, a price as the site's money per kWh. */
export function useSeriesValue(kind: SeriesKind, currency: string): (value: number) => string {
  const format = useFormat()
  return useMemo(() => {
    if (kind === 'base') return (loadW) => inWords(format.power(loadW))
    const each = 1_000 * 10 ** minorDigits(currency)
    return (perMWh) => `${format.number(perMWh / each, 2)} ${currency}/kWh`
  }, [kind, currency, format])
}
