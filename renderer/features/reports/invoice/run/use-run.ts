import { useRef, useState } from 'react'
import type { Invoice } from '../../../../../shared/domain/invoice/invoice.ts'
import { useClient } from '../../../../live/use-live.ts'

/** How far a run is: customer by customer, each theirs made or not. */
export interface RunProgress {
  readonly state: 'idle' | 'going' | 'done' | 'stopped' | 'failed'
  readonly done: number
  readonly of: number
  readonly made: readonly Invoice[]
  readonly error: unknown
}

const idle: RunProgress = { state: 'idle', done: 0, of: 0, made: [], error: null }

/** What is run: whose stays of which days. */
export interface RunWanted {
  readonly firstDay: string
  readonly lastDay: string
  readonly customerIds: readonly string[]
}

/** Makes invoices customer by customer, so that it can be told how far it is, and stopped in between. */
export function useRun(): {
  progress: RunProgress
  run: (wanted: RunWanted) => Promise<void>
  stop: () => void
  clear: () => void
} {
  const hub = useClient()
  const [progress, setProgress] = useState(idle)
  const stopped = useRef(false)
  const run = async ({ firstDay, lastDay, customerIds }: RunWanted) => {
    stopped.current = false
    let [made, done]: [Invoice[], number] = [[], 0]
    const of = customerIds.length
    const tell = (state: RunProgress['state'], error: unknown = null) =>
      setProgress({ state, done, of, made, error })
    tell('going')
    for (const customerId of customerIds) {
      if (stopped.current) return tell('stopped')
      try {
        const { outcomes } = await hub.invoice.run({ firstDay, lastDay, customerIds: [customerId] })
        made = [...made, ...outcomes.flatMap(({ invoices }) => invoices)]
        done += 1
        tell('going')
      } catch (error) {
        return tell('failed', error)
      }
    }
    tell('done')
  }
  return {
    progress,
    run,
    stop: () => (stopped.current = true),
    clear: () => setProgress(idle),
  }
}
