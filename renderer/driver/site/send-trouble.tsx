import type { Instant } from '../../../shared/time/instant.ts'
import type { Act } from '../client/use-act.ts'
import { useOnline } from '../client/use-online.ts'
import { ActTrouble } from '../parts/frame.tsx'
import { failureWords } from '../words/trouble-words.ts'
import { useSays } from '../words/words.ts'

/** What came of what was sent, and what goes on while it is being sent. */
export function SendTrouble({
  act,
  now,
  currency,
  acts,
  title,
}: {
  act: Act
  now: Instant
  currency: string
  /** Whether what was sent changes something. */
  acts: boolean
  title?: string
}) {
  const says = useSays()
  const isOffline = !useOnline()
  const lines = act.failure === null ? [] : failureWords(act.failure, says, { now, currency, acts })
  return (
    <ActTrouble
      title={title ?? says.words.visit.act.failed}
      {...{ lines, isOffline }}
      retrying={act.retrying}
    />
  )
}
