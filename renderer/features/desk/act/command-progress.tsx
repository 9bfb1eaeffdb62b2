import { useTranslation } from 'react-i18next'
import type { Command, CommandAction } from '../../../../shared/domain/command/command.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import { useRows } from '../../../live/use-live.ts'
import { useAnswerWords } from './use-answer-words.ts'

/** How far the command got that was sent to a charger last, since something was pressed. */
export function CommandProgress({
  stationId,
  action,
  since,
}: {
  stationId: string | null
  action: CommandAction
  since: Instant
}) {
  const { t } = useTranslation('desk')
  const answerOf = useAnswerWords()
  const command = useRows('command').reduce<Command | undefined>(
    (last, row) =>
      row.stationId === stationId &&
      row.action === action &&
      row.requestedAt >= since &&
      (last === undefined || row.requestedAt > last.requestedAt)
        ? row
        : last,
    undefined,
  )
  const { state } = command ?? { state: 'requested' }
  const answer = command === undefined ? '' : answerOf(command).words
  return (
    <p className="lp-soft lp-dk-progress" role="status">
      {state === 'answered'
        ? t('command.answered', { answer })
        : state === 'failed'
          ? t('command.failed', { why: answer })
          : t(`command.${state}`)}
    </p>
  )
}
