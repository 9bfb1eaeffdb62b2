import { useEffect, useState } from 'preact/hooks'
import type { VisitView } from '../../../shared/domain/visit/visit-view.ts'
import { type Instant, SECOND } from '../../../shared/time/instant.ts'
import { noted } from '../address/use-where.ts'
import type { Act } from '../client/use-act.ts'
import { payPageOf } from './paying.ts'

/** So long Stripe may take before somebody is told that it does. */
const SLOW_MS = 10 * SECOND

/** The way to the page where one pays: `opening` it is awaited; `slow` for longer than it should take. */
export interface Paying {
  readonly state: 'none' | 'opening' | 'slow'
  readonly pay: () => void
  /** Goes there as soon as it is known, as somebody has already said that they pay. */
  readonly await: () => void
}

export function usePaying(
  view: VisitView,
  now: Instant,
  act: Act,
  put: (view: VisitView) => void,
): Paying {
  // Who has just booked has agreed to pay already.
  const [wants, setWants] = useState(() => noted('pays') === true)
  const [isSlow, setIsSlow] = useState(false)
  const page = payPageOf(view, now)
  const isAsked = view.payment?.state === 'requested' || view.payment?.state === 'open'

  useEffect(() => {
    if (!wants) return
    setIsSlow(false)
    const timer = setTimeout(() => setIsSlow(true), SLOW_MS)
    return () => clearTimeout(timer)
  }, [wants])

  useEffect(() => {
    if (!wants) return
    if (!view.may.includes('pay') && !isAsked) return setWants(false)
    if (page === null) return
    // Whoever comes back here isn't sent away again.
    history.replaceState(null, '')
    setWants(false)
    location.assign(page)
  }, [wants, page, isAsked, view.may])

  return {
    state: wants ? (isSlow ? 'slow' : 'opening') : 'none',
    await: () => setWants(true),
    pay: () => {
      setWants(true)
      if (page !== null) return
      setIsSlow(false)
      void act.run('pay', undefined).then((outcome) => {
        if (outcome?.ok === true) put(outcome.value)
        else setWants(false)
      })
    },
  }
}
