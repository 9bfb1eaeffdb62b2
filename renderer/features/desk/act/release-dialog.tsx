import { Button, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { releaseLadderOf } from '../../../../shared/domain/walk-up/ladder.ts'
import type {
  LadderRung,
  ReleaseLadder,
  ReleaseStep,
} from '../../../../shared/domain/walk-up/ladder.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient, useRow, useRows } from '../../../live/use-live.ts'
import { useNow } from '../../../live/use-now.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import type { DeskCard } from '../card/desk-card.ts'
import { useCardNames } from '../use-names.ts'
import { useAnswerWords } from './use-answer-words.ts'

/** Lets a car go that is stuck, step by step: each shows what the charger answered, and the next is offered. */
export function ReleaseDialog({ card, onClose }: { card: DeskCard; onClose: () => void }) {
  const { t } = useTranslation(['desk', 'ui'])
  const hub = useClient()
  const { place } = useCardNames()(card)
  const ladder = useLadder(card)
  const { stationId, connectorId } = card.booking
  const act = useAct(async (step: ReleaseStep) => {
    if (stationId === null || connectorId === null) return
    await hub.walkUp.release({ stationId, connectorId, step })
  })
  const isOver = ladder.isFree || ladder.isUnlocked
  const isExhausted = !isOver && ladder.next === null && !ladder.rungs.some(isWaiting)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('release.title', { place })}
      size={520}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <div className="lp-dk-ladder">
        <p>{t('release.text')}</p>
        <ol>
          {ladder.rungs.map((rung) => (
            <Rung
              key={rung.step}
              rung={rung}
              isNext={rung.step === ladder.next}
              isBusy={act.busy}
              onTry={() => void act.run(rung.step)}
            />
          ))}
        </ol>
        <p role="status" className="lp-dk-ladder-end">
          {ladder.isFree
            ? t('release.free')
            : ladder.isUnlocked
              ? t('release.unlocked')
              : isExhausted
                ? t('release.byHand')
                : ''}
        </p>
        <ErrorNote error={act.error} />
        <div className="lp-confirm-buttons">
          <Button variant={isOver ? 'filled' : 'default'} size="md" onClick={onClose}>
            {t('release.done')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}

function Rung({
  rung,
  isNext,
  isBusy,
  onTry,
}: {
  rung: LadderRung
  isNext: boolean
  isBusy: boolean
  onTry: () => void
}) {
  const { t } = useTranslation('desk')
  const answerOf = useAnswerWords()
  const command = useRow('command', rung.commandId)
  const { step, state } = rung
  const told =
    command === undefined
      ? t(`release.state.${state}`)
      : command.state === 'answered' || command.state === 'failed'
        ? t(command.state === 'answered' ? 'command.answered' : 'command.failed', {
            answer: answerOf(command).words,
            why: answerOf(command).words,
          })
        : t(`command.${command.state}`)
  return (
    <li data-state={state} data-next={isNext || undefined}>
      <span className="lp-dk-rung">
        <strong>{t(`release.step.${step}`)}</strong>
        <span className="lp-soft">{t(`release.hint.${step}`)}</span>
        <span role="status">{told}</span>
      </span>
      <Button
        className="lp-dk-act"
        variant={isNext ? 'filled' : 'default'}
        loading={state === 'waiting'}
        disabled={isBusy || state === 'needless'}
        onClick={onTry}
      >
        {t(`release.step.${step}`)}
      </Button>
    </li>
  )
}

/** The ladder as the rows have it now, so that every desk sees each step. */
function useLadder({ booking, connector, transaction }: DeskCard): ReleaseLadder {
  const now = useNow(10_000)
  const commands = useRows('command')
  return releaseLadderOf({
    commands: commands.filter((row) => row.stationId === booking.stationId),
    connectorId: booking.connectorId ?? 0,
    status: connector?.status ?? 'Unknown',
    transaction,
    arrivedAt: booking.arrivedAt,
    now,
  })
}

function isWaiting({ state }: LadderRung): boolean {
  return state === 'waiting'
}
