import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { slotAt, SLOT_MS, startOfSlot } from '../../../../shared/domain/demand/slots.ts'
import type { LoadCurve, LoadScope, LoadStep } from '../../../../shared/domain/load/load.ts'
import { siteLoadOf } from '../../../../shared/domain/load/site-load.ts'
import { DAY, type Instant, SECOND } from '../../../../shared/time/instant.ts'
import { useClient, useRow, useRows, useSite } from '../../../live/use-live.ts'
import { listOf } from '../../../live/replica.ts'
import { useLiveStore } from '../../../live/store.ts'
import { useNow } from '../../../live/use-now.ts'
import { useQuery } from '../../../live/use-query.ts'
import type { TimeWindow } from '../axis/time-window.ts'
import { type LoadPicture, loadPicture, type PlannedLoad } from './picture.ts'

/** The load as the strip draws it. */
export interface ShownLoad {
  readonly picture: LoadPicture
  /** Cars and building now, W, as far as it is known. */
  readonly nowW: number
  readonly now: Instant
  /** Why what was measured could not be read; null when it could. */
  readonly error: unknown
  readonly reload: () => void
}

const CLOCK_MS = 5 * SECOND

/** A curve of more days than this is asked for by the hour. */
const QUARTERS_FOR_MS = 10 * DAY

/** What is known of the load within a window; null before the site is known. */
export function useLoadPicture(window: TimeWindow): ShownLoad | null {
  const site = useSite()
  const temporaryLimits = useRows('temporaryLimit')
  const plan = useDeferredValue(useRow('plan', 'plan') ?? null)
  const now = useNow(CLOCK_MS)
  // Meter values come many times a second; the strip looks at them when its clock moves.
  const carsNowW = useMemo(() => carsAt(now), [now])
  const planEnds = plan === null ? now : plan.startsAt + plan.slotMs * plan.plannedW.length
  const outlook = useOutlook(window, now, planEnds, plan?.plannedAt ?? 0)
  const measured = useMeasured('site', window, now, true)
  const building = useMeasured('building', window, now, site?.baseLoad.kind === 'meter')
  const picture = useMemo(
    () =>
      site === undefined
        ? null
        : loadPicture(
            {
              ...{ site, temporaryLimits, plan, outlook, now, carsNowW },
              measured: measured.curve,
              building: building.curve,
            },
            window.from,
            window.until,
          ),
    [
      site,
      temporaryLimits,
      plan,
      outlook,
      measured.curve,
      building.curve,
      now,
      carsNowW,
      window.from,
      window.until,
    ],
  )
  if (picture === null) return null
  const baseW = picture.baseW[Math.floor(slotAt(now)) - picture.firstSlot] ?? null
  return {
    picture,
    nowW: carsNowW + (baseW ?? 0),
    now,
    error: measured.error,
    reload: measured.reload,
  }
}

function carsAt(now: Instant): number {
  const { station, connector } = useLiveStore.getState().tables
  return siteLoadOf(listOf(station), listOf(connector), now).powerW
}

interface Measured {
  readonly curve: LoadCurve | null
  readonly error: unknown
  readonly reload: () => void
}

/** What was drawn in the part of a window that is over. Asked for by whole days, and anew each quarter of an hour. */
function useMeasured(
  scope: Extract<LoadScope, 'site' | 'building'>,
  window: TimeWindow,
  now: Instant,
  wanted: boolean,
): Measured {
  const hub = useClient()
  const from = Math.floor(window.from / DAY) * DAY
  const until = Math.min(Math.ceil(window.until / DAY) * DAY, startOfSlot(Math.floor(slotAt(now))))
  const step: LoadStep = until - from > QUARTERS_FOR_MS ? 'hour' : 'quarter'
  const asks = wanted && until - from >= SLOT_MS
  const key = asks ? `strip:${scope}:${step}:${from}:${until}` : `strip:${scope}:none`
  const query = useQuery<LoadCurve | null>(key, (signal) =>
    asks ? hub.load.curve({ scope, from, until, step }, { signal }) : Promise.resolve(null),
  )
  const curve = useLast(query.data)
  return { curve: asks ? curve : null, error: query.error ?? null, reload: query.reload }
}

/** An outlook is asked for again at most so often, however often the plan changes. */
const OUTLOOK_RESTS_MS = 10 * SECOND

/** How the time after the plan will be, where a window shows any of it; null where it doesn't. */
function useOutlook(
  window: TimeWindow,
  now: Instant,
  planEnds: Instant,
  plannedAt: Instant,
): PlannedLoad | null {
  const hub = useClient()
  const turn = useRested(plannedAt, OUTLOOK_RESTS_MS)
  const until = Math.ceil(window.until / DAY) * DAY
  const asks = plannedAt > 0 && window.until > planEnds
  const key = asks ? `strip:outlook:${until}:${turn}` : 'strip:outlook:none'
  const query = useQuery<PlannedLoad | null>(key, (signal) =>
    asks ? hub.planning.outlook({ from: now, until }, { signal }) : Promise.resolve(null),
  )
  const outlook = useLast(query.data)
  return asks ? outlook : null
}

/** The last answer there was, until the next one is here. */
function useLast<Answer>(answer: Answer | null | undefined): Answer | null {
  const last = useRef<Answer | null>(null)
  if (answer !== undefined && answer !== null) last.current = answer
  return last.current
}

/** A value that changes at most once in `restMs`. */
function useRested(value: number, restMs: number): number {
  const [rested, setRested] = useState(value)
  const [setAt, setSetAt] = useState(0)
  useEffect(() => {
    if (value === rested) return
    const timer = setTimeout(
      () => {
        setRested(value)
        setSetAt(Date.now())
      },
      Math.max(0, setAt + restMs - Date.now()),
    )
    return () => clearTimeout(timer)
  }, [value, rested, setAt, restMs])
  return rested
}
