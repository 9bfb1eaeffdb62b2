import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/use-format.ts'
import { tellAct } from '../../../live/last-act.ts'
import { atTill } from '../../../live/till-id.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { ConfirmAct } from '../../../ui/frame/confirm-act.tsx'
import type { DeskCard } from '../card/desk-card.ts'
import { askAbout } from '../desk-store.ts'
import { useCardNames } from '../use-names.ts'

type Props = { card: DeskCard; onClose: () => void }

/** Writes down that cash was handed back that was paid ahead and not used. */
export function HandBackDialog({ card, onClose }: Props) {
  const { t } = useTranslation('desk')
  const hub = useClient()
  const format = useFormat()
  const { due } = card
  const amount = due === null ? '' : format.money(due.handBackCoinsMinor, due.currency)
  const act = useAct(async () => {
    await hub.walkUp.handBack({ id: card.id, ...atTill() })
    tellAct(t('handBack.said', { amount }))
    onClose()
  })
  return (
    <ConfirmAct
      opened
      title={t('handBack.title', { amount })}
      act={t('handBack.act', { amount })}
      busy={act.busy}
      error={act.error}
      onConfirm={() => void act.run(undefined)}
      onCancel={onClose}
    >
      {t('handBack.text')}
    </ConfirmAct>
  )
}

/** Takes a walk-up back whose car does not charge yet. */
export function CancelDialog({ card, onClose }: Props) {
  const { t } = useTranslation('desk')
  const hub = useClient()
  const { who } = useCardNames()(card)
  const act = useAct(async () => {
    const { due } = await hub.walkUp.cancel({ id: card.id })
    tellAct(t('cancel.said', { who }))
    // Whoever has paid in cash stands at the desk.
    askAbout(due !== null && due.handBackMinor > 0 ? { kind: 'handBack', id: card.id } : null)
  })
  return (
    <ConfirmAct
      opened
      destructive
      title={t('cancel.title', { who })}
      act={t('cancel.act')}
      busy={act.busy}
      error={act.error}
      onConfirm={() => void act.run(undefined)}
      onCancel={onClose}
    >
      {t('cancel.text')}
    </ConfirmAct>
  )
}

/** Asks before a charger is told to start: it gives power to a cable in somebody's hand. */
export function StartDialog({ card, onClose }: Props) {
  const { t } = useTranslation('desk')
  const hub = useClient()
  const { place, who } = useCardNames()(card)
  const act = useAct(async () => {
    if (card.walkUp === null) await hub.walkUp.startBooked({ id: card.id, waitMs: 0 })
    else await hub.walkUp.retry({ id: card.id })
    tellAct(t('start.said', { who }))
    onClose()
  })
  return (
    <ConfirmAct
      opened
      title={t('start.title', { who })}
      act={t('start.act')}
      busy={act.busy}
      error={act.error}
      onConfirm={() => void act.run(undefined)}
      onCancel={onClose}
    >
      {t('start.body', { place })}
    </ConfirmAct>
  )
}
