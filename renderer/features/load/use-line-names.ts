import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useRows } from '../../live/use-live.ts'
import { inert } from '../../ui/mark/inert.ts'
import type { LoadOf, Split } from './load-view.ts'
import { OTHERS } from './stack.ts'
import type { ChartLine } from './stack.ts'

/** Gives what the lines of a curve are called. */
export function useLineNames(): (
  line: Pick<ChartLine, 'key' | 'count'>,
  of: LoadOf,
  split: Split,
) => string {
  const { t } = useTranslation('load')
  const stations = useRows('station')
  const feeders = useRows('feeder')
  const connectors = useRows('connector')
  const names = useMemo(() => {
    const named = [...stations, ...feeders].map(
      (row) => [row.id, inert(row.name, 60).text] as const,
    )
    const numbered = connectors.map(
      (row) => [row.id, t('series.connector', { number: row.connectorId })] as const,
    )
    return new Map([...numbered, ...named])
  }, [t, stations, feeders, connectors])
  return useCallback(
    ({ key, count }, of, split) => {
      if (key === OTHERS) return t('series.others', { count })
      if (split === 'phase') return t('series.phase', { phase: key })
      if (split === 'none')
        return t(of.scope === 'building' ? 'series.measuredBuilding' : 'series.measured')
      return names.get(key) ?? t(split === 'feeder' ? 'series.unknownFeeder' : 'series.unknown')
    },
    [t, names],
  )
}
