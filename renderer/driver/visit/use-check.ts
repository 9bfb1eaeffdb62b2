import { useEffect, useState } from 'preact/hooks'
import { call } from '../client/call.ts'
import type { Output } from '../client/calls.ts'
import type { Failure } from '../client/failure.ts'
import { type Changes, isChange } from './change-form.ts'

/** What a change would come to, as one edits. */
export interface Check {
  readonly state: 'nothing' | 'checking' | 'known' | 'failed'
  readonly checked: Output<'checkChange'> | null
  readonly failure: Failure | null
}

/** Somebody who types or steps through times is waited for, ms. */
const PAUSE_MS = 350

/** Asks what a change would come to, after each edit, and anew where the visit has changed meanwhile. */
export function useCheck(token: string, changes: Changes | null, revision: number | null): Check {
  const [check, setCheck] = useState<Check>({ state: 'nothing', checked: null, failure: null })
  const asked = isChange(changes) ? JSON.stringify(changes) : null
  useEffect(() => {
    if (asked === null) return setCheck({ state: 'nothing', checked: null, failure: null })
    const leaving = new AbortController()
    setCheck((before) => ({ ...before, state: 'checking', failure: null }))
    const timer = setTimeout(() => {
      // What was written down above: a copy, so that the same edit isn't asked about at every look.
      const input: Changes = JSON.parse(asked)
      void call('checkChange', input, { token, signal: leaving.signal }).then((outcome) => {
        if (leaving.signal.aborted) return
        setCheck(
          outcome.ok
            ? { state: 'known', checked: outcome.value, failure: null }
            : { state: 'failed', checked: null, failure: outcome.failure },
        )
      })
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [token, asked, revision])
  return check
}
