import { useRef, useState } from 'preact/hooks'
import { newId } from '../phone/new-id.ts'
import type { AskName, Input, Output } from './calls.ts'
import { call, type Outcome } from './call.ts'
import type { Failure } from './failure.ts'

/** One act at a time, and what is to be said of it. */
export interface Act {
  /** Which call is under way; null: none. */
  readonly busy: AskName | null
  /** Why it takes long: what came of the try before. */
  readonly retrying: Failure | null
  /** What the last one failed at; null once another has begun. */
  readonly failure: Failure | null
  readonly run: <Name extends AskName>(
    name: Name,
    input: Input<Name>,
  ) => Promise<Outcome<Output<Name>> | null>
  readonly forget: () => void
}

/**
 * Acts for a person, under a key: pressing again after no answer came is the same act, so that the hub does it once.
 * Answers null to who presses while another is under way.
 */
export function useAct(token?: string): Act {
  const [busy, setBusy] = useState<AskName | null>(null)
  const [retrying, setRetrying] = useState<Failure | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const underWayRef = useRef(false)
  const unansweredRef = useRef<{ readonly act: string; readonly key: string } | null>(null)

  const run = async <Name extends AskName>(
    name: Name,
    input: Input<Name>,
  ): Promise<Outcome<Output<Name>> | null> => {
    if (underWayRef.current) return null
    underWayRef.current = true
    const act = JSON.stringify([name, input])
    const key = unansweredRef.current?.act === act ? unansweredRef.current.key : newId()
    unansweredRef.current = { act, key }
    setBusy(name)
    setFailure(null)
    const outcome = await call(name, input, { token, key, onRetry: setRetrying })
    if (outcome.ok || outcome.failure.kind !== 'unreachable') unansweredRef.current = null
    underWayRef.current = false
    setBusy(null)
    setRetrying(null)
    if (!outcome.ok) setFailure(outcome.failure)
    return outcome
  }
  return { busy, retrying, failure, run, forget: () => setFailure(null) }
}
