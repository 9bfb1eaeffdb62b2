import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BookingCommand } from '../../../../shared/domain/booking/command.ts'
import type { Alternative } from '../../../../shared/domain/booking/refusal.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import { inert } from '../../../ui/mark/inert.ts'
import { dismiss, type Held, letGo, putDown, useHand } from './hand.ts'
import { useHeldWords } from './held-words.ts'
import { overbooking } from './overbook.ts'
import { useSend } from './use-send.ts'
import { VerdictNote } from './verdict-note.tsx'

/**
 * At the foot of the grid: what is held without a pressed pointer and how to put it down, or why what was put down
 * could not stay and where it would fit.
 */
export function HeldBar({ onDrop }: { onDrop: (held: Held) => void }) {
  const { t } = useTranslation('booking')
  const held = useHand((hand) => hand.held)
  const wordsOf = useHeldWords()
  if (held === null) return <RejectedBar />
  if (held.grip === 'drag') return null
  const words = wordsOf(held)
  return (
    <div className="lp-held">
      <div className="lp-held-words">
        <strong>{words.title}</strong>
        <div role="status">{words.whole}</div>
        <div className="lp-soft">{t(held.grip === 'keys' ? 'held.keys' : 'held.pick')}</div>
      </div>
      <div className="lp-held-acts">
        <Button variant="default" size="compact-sm" onClick={letGo}>
          {t('form.cancel')}
        </Button>
        {held.grip === 'keys' ? (
          <Button
            size="compact-sm"
            onClick={() => {
              const down = putDown()
              if (down !== null) onDrop(down)
            }}
          >
            {t('act.putDown')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

function RejectedBar() {
  const { t } = useTranslation('booking')
  const rejected = useHand((hand) => hand.rejected)
  const send = useSend()
  if (rejected === null) return null
  const { commands, refusals, alternatives } = rejected
  const plate = inert(rejected.plate, 20).text || t('unnamed')
  const title = commands.length === 0 ? t('held.undoRefused') : t('held.refusedTitle', { plate })
  return (
    <div className="lp-held">
      <VerdictNote
        title={title}
        refusals={refusals}
        alternatives={alternatives}
        onAccept={(alternative) => void send(commands.map((one) => placedAt(one, alternative)))}
        onOverbook={
          commands.length === 0 ? undefined : (reason) => void send(overbooking(commands, reason))
        }
      />
      <div className="lp-held-acts">
        <Button variant="default" size="compact-sm" onClick={dismiss}>
          {t('act.dismiss')}
        </Button>
      </div>
    </div>
  )
}

/** The same command, put where it would fit; slack goes along. */
function placedAt(command: BookingCommand, alternative: Alternative): BookingCommand {
  if (command.kind === 'create') {
    const { plan } = command
    const latestDepartsAt = slackAt(plan.latestDepartsAt, plan.departsAt, alternative)
    return { ...command, plan: { ...plan, ...alternative, latestDepartsAt } }
  }
  if (command.kind !== 'change') return command
  const { patch } = command
  const { latestDepartsAt = null, departsAt = alternative.departsAt } = patch
  const latest = slackAt(latestDepartsAt, departsAt, alternative)
  const slack = latest === null ? {} : { latestDepartsAt: latest }
  return { ...command, patch: { ...patch, ...alternative, ...slack } }
}

function slackAt(
  latestDepartsAt: Instant | null,
  departsAt: Instant,
  alternative: Alternative,
): Instant | null {
  return latestDepartsAt === null ? null : latestDepartsAt + alternative.departsAt - departsAt
}
