import { useEffect, useRef } from 'react'
import type { DayFigures } from '../../../../shared/domain/report/day-figures.ts'
import { stretchOf } from '../../../../shared/domain/report/period.ts'
import { MINUTE } from '../../../../shared/time/instant.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { useClient } from '../../../live/use-live.ts'
import { useNow } from '../../../live/use-now.ts'
import { useQuery } from '../../../live/use-query.ts'
import { hourRows } from './hour-row.ts'
import type { HourRow } from './hour-row.ts'

/** A day as it is shown. */
export interface ShownDay {
  readonly date: string
  readonly figures: DayFigures
  readonly hours: readonly HourRow[]
}

/** What a day came to; the day shown before stays, old, until the one that is wanted is here. */
export function useDay(
  date: string,
  isRunning: boolean,
): { shown: ShownDay | null; isOld: boolean; error: unknown; reload: () => void } {
  const hub = useClient()
  const timeZone = useLocale((locale) => locale.timeZone)
  const answer = useQuery(`report.day:${date}:${timeZone}`, async (signal): Promise<ShownDay> => {
    const day = { is: 'calendar', unit: 'day', day: date } as const
    const { fromAt: from, untilAt: until } = stretchOf(day, { timeZone, now: Date.now() })
    const [figures, curve] = await Promise.all([
      hub.report.day({ date }, { signal }),
      hub.load.curve({ from, until, step: 'hour' }, { signal }),
    ])
    const energy = curve.lines[0]?.energyWh ?? []
    const energyAt = new Map(curve.startsAt.map((at, index) => [at, energy[index] ?? null]))
    return { date, figures, hours: hourRows(figures.hours, energyAt, figures.untilAt) }
  })
  const held = useRef<ShownDay | null>(null)
  if (answer.data !== undefined) held.current = answer.data

  // A day that runs is read again each minute.
  const minute = useNow(MINUTE)
  const { reload } = answer
  const latest = useRef(reload)
  latest.current = reload
  useEffect(() => {
    if (isRunning) latest.current()
  }, [minute, isRunning])
  return {
    shown: held.current,
    isOld: held.current !== null && held.current.date !== date,
    error: answer.error,
    reload,
  }
}
