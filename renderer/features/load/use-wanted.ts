import { useMemo } from 'react'
import { MINUTE, SECOND } from '../../../shared/time/instant.ts'
import { useLocale } from '../../i18n/locale.ts'
import { useRows, useSite } from '../../live/use-live.ts'
import { useNow } from '../../live/use-now.ts'
import { useLoadView } from './load-view.ts'
import type { Split } from './load-view.ts'
import { splitsOf, usualSplit } from './question.ts'
import { stretchOf } from './span.ts'
import type { Wanted } from './use-load.ts'

/** The last of a day is all told some minutes after it. */
const TOLD_WITHIN = 5 * MINUTE

/** What the screen, as it stands, wants to know, and by what it may be split. */
export function useWanted(): { wanted: Wanted; splits: readonly Split[] } {
  const { of, span, at, split, compared } = useLoadView()
  const timeZone = useLocale((locale) => locale.timeZone)
  const site = useSite()
  const feeders = useRows('feeder').length
  const stationRows = useRows('station')
  const connectorRows = useRows('connector')
  const live = span === 'hour' && at === null
  const tick = useNow(live ? 20 * SECOND : MINUTE)

  const parts = useMemo(() => {
    const stations = stationRows.filter(
      (row) => row.retiredAt === null && (of.scope !== 'feeder' || row.feederId === of.id),
    ).length
    const connectors = connectorRows.filter(
      (row) => row.stationId === of.id && row.connectorId > 0,
    ).length
    return { feeders, stations, connectors }
  }, [feeders, stationRows, connectorRows, of])

  const splits = splitsOf(of, parts)
  const chosen = split !== null && splits.includes(split) ? split : usualSplit(of, parts)
  const stretch = stretchOf(span, at, tick, timeZone)
  const wanted: Wanted = {
    of,
    split: chosen,
    span,
    stretch,
    live,
    compared: compared && chosen !== 'phase',
    building: of.scope === 'site' && chosen !== 'phase' && site?.baseLoad.kind === 'meter',
    timeZone,
    // What has been over for a while does not change by the minute, and needn't be asked for again.
    asOf: Math.min(tick, stretch.until + TOLD_WITHIN),
  }
  return { wanted, splits }
}
