import { useDebouncedValue } from '@mantine/hooks'
import { useMemo, useRef } from 'react'
import type { DurationPoint, LoadCurve, LoadPeak } from '../../../shared/domain/load/load.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { HubClient } from '../../live/link.ts'
import { useClient } from '../../live/use-live.ts'
import { useQuery } from '../../live/use-query.ts'
import type { LoadOf, Split } from './load-view.ts'
import { questionOf } from './question.ts'
import { earlier } from './span.ts'
import type { Span, Stretch } from './span.ts'

/** What is wanted on the screen. */
export interface Wanted {
  readonly of: LoadOf
  readonly split: Split
  readonly span: Span
  readonly stretch: Stretch
  /** Whether it is the hour until now, which moves on with it. */
  readonly live: boolean
  readonly compared: boolean
  /** Whether the building has a meter whose load lies below the site's. */
  readonly building: boolean
  readonly timeZone: string
  /** As of when; moves on only where the time shown is not over. */
  readonly asOf: Instant
}

/** What the hub knows of it; null where it was not asked. */
export interface Answered {
  readonly wanted: Wanted
  readonly curve: LoadCurve | null
  /** The same as energy, where `curve` tells currents only. */
  readonly whole: LoadCurve | null
  readonly building: LoadCurve | null
  readonly compared: LoadCurve | null
  readonly comparedBuilding: LoadCurve | null
}

/** Peaks and the duration curve of it, which take finer steps than the chart. */
export interface AnsweredDetails {
  readonly wanted: Wanted
  readonly peaks: readonly LoadPeak[]
  readonly duration: readonly DurationPoint[]
}

/** An answer, kept until the next one is here. */
export interface Asked<Answer> {
  readonly answer: Answer | null
  /** Whether the answer is of something that was wanted before. */
  readonly old: boolean
  readonly loading: boolean
  readonly error: unknown
  readonly reload: () => void
}

/** Who holds an arrow key down wants the last of the days, not every one on the way. */
const REST_MS = 220

/** Asks for the curve of what is wanted, and for what it is compared with. */
export function useLoad(wanted: Wanted): Asked<Answered> {
  return useAsked('curve', wanted, askCurves)
}

/** Asks for its peaks and its duration curve. */
export function useLoadDetails(wanted: Wanted): Asked<AnsweredDetails> {
  return useAsked('details', wanted, askDetails)
}

function useAsked<Answer extends { readonly wanted: Wanted }>(
  name: string,
  wanted: Wanted,
  ask: (client: HubClient, wanted: Wanted, signal: AbortSignal) => Promise<Answer>,
): Asked<Answer> {
  const client = useClient()
  const [settledKey] = useDebouncedValue(JSON.stringify(wanted), REST_MS, { leading: true })
  // Read back, so that what is asked is what the key says, however far `wanted` has gone on.
  const settled = useMemo((): Wanted => JSON.parse(settledKey), [settledKey])
  const query = useQuery(`${name}:${settledKey}`, (signal) => ask(client, settled, signal))
  const kept = useRef<Answer | null>(null)
  if (query.data !== undefined) kept.current = query.data
  const answer = query.data ?? kept.current
  return {
    answer,
    old: answer !== null && identityOf(answer.wanted) !== identityOf(wanted),
    loading: query.state === 'loading',
    error: query.error ?? null,
    reload: query.reload,
  }
}

/** What makes it another question and not the same one a minute later. */
function identityOf({ of, split, span, stretch, live }: Wanted): string {
  return JSON.stringify([of, split, span, live ? 'live' : stretch])
}

async function askCurves(
  client: HubClient,
  wanted: Wanted,
  signal: AbortSignal,
): Promise<Answered> {
  const { of, split, span, stretch, compared, building, timeZone, asOf } = wanted
  const before: Stretch = {
    from: earlier(span, stretch.from, timeZone),
    until: earlier(span, stretch.until, timeZone),
  }
  const curveOf = (whose: LoadOf, by: Split, when: Stretch) => {
    const question = questionOf(whose, by, span, when, asOf)
    return question === null ? null : client.load.curve(question, { signal })
  }
  const base: LoadOf = { scope: 'building', id: null }
  const [curve, whole, baseCurve, comparedCurve, comparedBase] = await Promise.all([
    curveOf(of, split, stretch),
    split === 'phase' ? curveOf(of, 'none', stretch) : null,
    building ? curveOf(base, 'none', stretch) : null,
    compared ? curveOf(of, 'none', before) : null,
    compared && building ? curveOf(base, 'none', before) : null,
  ])
  return {
    wanted,
    curve,
    whole: whole ?? curve,
    building: baseCurve,
    compared: comparedCurve,
    comparedBuilding: comparedBase,
  }
}

async function askDetails(
  client: HubClient,
  wanted: Wanted,
  signal: AbortSignal,
): Promise<AnsweredDetails> {
  const { of, span, stretch, asOf } = wanted
  const question = questionOf(of, 'none', span, stretch, asOf)
  if (question === null || span === 'hour') return { wanted, peaks: [], duration: [] }
  const { step: _step, split: _split, ...whose } = question
  const [peaks, duration] = await Promise.all([
    client.load.peaks({ ...whose, step: 'quarter', limit: PEAKS }, { signal }),
    client.load.duration({ ...whose, step: span === 'year' ? 'hour' : 'quarter' }, { signal }),
  ])
  return { wanted, peaks: peaks.rows, duration: duration.points }
}

const PEAKS = 10
