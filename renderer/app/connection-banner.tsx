import { IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format.ts'
import { useConnection } from '../live/use-live.ts'
import { useHubProcess } from '../live/shell.ts'
import { useNow } from '../live/use-now.ts'
import { InertText } from '../ui/mark/inert-text.tsx'
import './connection-banner.css'

/** How long the first connection may take before anybody is told. */
const PATIENCE_MS = 1_500

/** Says that the hub does not answer, how old what one sees is, and that the cars go on. Absent while all is live. */
export function ConnectionBanner() {
  const { t } = useTranslation('shell')
  const format = useFormat()
  const connection = useConnection()
  const now = useNow(500)
  const hub = useHubProcess((process) => process.state)
  const connecting = connection.state === 'connecting' && now - connection.since > PATIENCE_MS
  if (hub?.state === 'failed' && connection.state !== 'live') {
    return (
      <div className="lp-banner" role="alert">
        <IconPlugConnectedX size={18} aria-hidden="true" />
        <strong>{t('connection.failed')}</strong>
        <InertText text={hub.message} max={300} />
      </div>
    )
  }
  if (connection.state !== 'lost' && !connecting) return null
  return (
    <div className="lp-banner" role="status">
      <IconPlugConnectedX size={18} aria-hidden="true" />
      <strong>{t(connecting ? 'connection.connecting' : 'connection.lost')}</strong>
      {connection.heardAt === null ? null : (
        <span>{t('connection.lostAge', { when: format.clockSeconds(connection.heardAt) })}</span>
      )}
      {connecting ? null : <span>{t('connection.stillCharging')}</span>}
    </div>
  )
}
