import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inWords } from '../../../i18n/format.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { ConfirmAct } from '../../../ui/frame/confirm-act.tsx'
import { toPayMinor } from '../card/desk-card.ts'
import type { DeskCard } from '../card/desk-card.ts'
import { askAbout } from '../desk-store.ts'
import { useCardNames } from '../use-names.ts'
import { CommandProgress } from './command-progress.tsx'
import { useAnswerWords } from './use-answer-words.ts'

/** Stops the charging; when the charger has said yes, what is due is asked for. */
export function StopDialog({ card, onClose }: { card: DeskCard; onClose: () => void }) {
  const { t } = useTranslation('desk')
  const hub = useClient()
  const format = useFormat()
  const { place, who } = useCardNames()(card)
  const answerOf = useAnswerWords()
  const [since] = useState(Date.now)
  const [refused, setRefused] = useState<string | null>(null)
  const stop = useAct(async () => {
    setRefused(null)
    const { command, bill } = await hub.walkUp.stop({ id: card.id })
    const { isYes, words } = answerOf(command)
    if (!isYes) {
      setRefused(words)
      return
    }
    tellAct(t('stop.said', { place }))
    askAbout(toPayMinor({ bill }) > 0 ? { kind: 'take', id: card.id } : null)
  })
  return (
    <ConfirmAct
      opened
      title={t('stop.title', { place })}
      act={t('stop.act')}
      busy={stop.busy}
      error={stop.error}
      onConfirm={() => void stop.run(undefined)}
      onCancel={onClose}
    >
      {t('stop.body', { who, energy: inWords(format.energy(card.deliveredWh ?? 0)) })}
      {stop.busy ? (
        <CommandProgress
          stationId={card.booking.stationId}
          action="RemoteStopTransaction"
          since={since}
        />
      ) : null}
      {refused === null ? null : (
        <div className="lp-dk-refused" role="alert">
          {t('stop.refused', { answer: refused })}{' '}
          <Button
            variant="default"
            size="compact-md"
            onClick={() => askAbout({ kind: 'release', id: card.id })}
          >
            {t('stop.release')}
          </Button>
        </div>
      )}
    </ConfirmAct>
  )
}
