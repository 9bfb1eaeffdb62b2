import { useTranslation } from 'react-i18next'
import { tellAct } from '../../live/last-act.ts'
import { useAct } from '../../live/use-act.ts'
import { useClient } from '../../live/use-live.ts'
import { ConfirmAct } from '../../ui/frame/confirm-act.tsx'
import { inert } from '../../ui/mark/inert.ts'
import type { ReadinessRow } from './readiness-row.ts'
import { nameOf } from './use-readiness-acts.ts'

/** Asks before a charger is told to start: it gives power to a cable in somebody's hand. */
export function StartDialog({ row, onClose }: { row: ReadinessRow; onClose: () => void }) {
  const { t } = useTranslation('readiness')
  const hub = useClient()
  const plate = nameOf(row) || t('unnamed')
  const { act } = row
  const start = useAct(async () => {
    if (act.kind !== 'startNow') return
    const { stationId, connectorId, idToken } = act
    await hub.command.send({
      stationId,
      request: {
        action: 'RemoteStartTransaction',
        payload: { idTag: idToken, connectorId },
      },
      waitMs: 0,
    })
    tellAct(t('start.sent', { plate }))
    onClose()
  })
  const token = act.kind === 'startNow' ? inert(act.idToken, 20).text : ''
  const place = inert(row.station, 40).text
  return (
    <ConfirmAct
      opened
      title={t('start.title', { plate })}
      act={t('act.startNow')}
      busy={start.busy}
      error={start.error}
      onConfirm={() => void start.run(undefined)}
      onCancel={onClose}
    >
      {t('start.body', { place, token })}
    </ConfirmAct>
  )
}
