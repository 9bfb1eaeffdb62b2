import { Button } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { tellAct } from '../../live/last-act.ts'
import { useAct } from '../../live/use-act.ts'
import { useClient, useRow } from '../../live/use-live.ts'
import { useNow } from '../../live/use-now.ts'
import { hrefOf } from '../../navigation/use-route.ts'
import { useHeldBack } from '../../session/needs.tsx'

/** While pairing is open: how long still, and the way to close it from anywhere. */
export function PairingChip() {
  const { t } = useTranslation('shell')
  const format = useFormat()
  const pairing = useRow('pairing', 'pairing')
  const now = useNow(1_000)
  const hub = useClient()
  const heldBack = useHeldBack('operate')
  const closing = useAct(() => hub.adoption.closePairing())
  const left = (pairing?.openUntil ?? 0) - now
  if (left <= 0) return null
  const close = async () => {
    if (await closing.run(undefined)) tellAct(t('said.pairingClosed'))
  }
  return (
    <div className="lp-chip">
      <IconPlugConnected size={16} aria-hidden="true" />
      <a href={hrefOf({ screen: 'adoption' })}>{t('bar.pairing')}</a>
      <strong role="timer" aria-label={t('bar.pairingLeft', { left: format.countdown(left) })}>
        {format.countdown(left)}
      </strong>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        loading={closing.busy}
        {...heldBack}
        onClick={() => void close()}
        aria-label={t('bar.closePairingNamed')}
      >
        {t('bar.closePairing')}
      </Button>
    </div>
  )
}
