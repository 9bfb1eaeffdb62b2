import { useTranslation } from 'react-i18next'
import { tellAct } from '../../live/last-act.ts'
import { useAct } from '../../live/use-act.ts'
import { useClient, useRow } from '../../live/use-live.ts'
import { useNow } from '../../live/use-now.ts'

/** Whether pairing is open and for how long still (ms), and the ways to open and close it. */
export function usePairing() {
  const { t } = useTranslation('adoption')
  const hub = useClient()
  const now = useNow(1_000)
  const pairing = useRow('pairing', 'pairing')
  const act = useAct((to: 'open' | 'close') =>
    to === 'open' ? hub.adoption.openPairing() : hub.adoption.closePairing(),
  )
  const leftMs = Math.max(0, (pairing?.openUntil ?? 0) - now)
  return {
    leftMs,
    isOpen: leftMs > 0,
    openedBy: pairing?.openedBy ?? null,
    busy: act.busy,
    error: act.error,
    open: async () => {
      if (await act.run('open')) tellAct(t('pairing.opened'))
    },
    close: async () => {
      if (await act.run('close')) tellAct(t('pairing.closedNow'))
    },
  }
}
