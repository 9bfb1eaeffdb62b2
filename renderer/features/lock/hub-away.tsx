import { IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useConnection } from '../../live/use-live.ts'

/** How the hub is away, or null while it answers. */
export function useHubAway(): 'lost' | 'connecting' | null {
  const { state } = useConnection()
  return state === 'live' ? null : state
}

/** Says that nobody can log in just now, and that the cars go on. */
export function HubAway({ away }: { away: 'lost' | 'connecting' }) {
  const { t } = useTranslation('session')
  return (
    <div className="lp-lock-away" role="status">
      <IconPlugConnectedX size={22} aria-hidden="true" />
      <strong>{t(away === 'lost' ? 'lock.hubAway' : 'lock.hubConnecting')}</strong>
      {away === 'lost' ? <span>{t('lock.stillCharging')}</span> : null}
    </div>
  )
}
