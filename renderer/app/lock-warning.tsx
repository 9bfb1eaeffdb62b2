import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lookAtLock } from '../live/keep-awake.ts'
import { useSession } from '../live/session-store.ts'
import { takeSession } from '../live/follow-session.ts'
import { useClient } from '../live/use-live.ts'
import { useNow } from '../live/use-now.ts'
import './lock-warning.css'

/** So long before it locks, a window says so. */
const WARN_MS = 30_000

/**
 * Says that the window is about to lock, as what is typed and not saved goes with it. Before that the hub is asked once
 * more, which may know of a later hand on it; and once the time has come, so that the window locks by itself.
 */
export function LockWarning() {
  const { t } = useTranslation('session')
  const hub = useClient()
  const locksAt = useSession()?.locksAt ?? null
  const now = useNow(1_000)
  const [lookedAt, setLookedAt] = useState<number | null>(null)
  const leftMs = locksAt === null ? Infinity : locksAt - now
  const soon = leftMs <= WARN_MS
  const over = leftMs <= 0
  useEffect(() => {
    if (soon) void lookAtLock(hub, Date.now()).then(() => setLookedAt(locksAt))
  }, [hub, locksAt, soon, over])
  if (!soon || lookedAt !== locksAt) return null
  return (
    <div className="lp-lock-warning" role="alertdialog" aria-label={t('warning.soon')}>
      <IconLock size={20} aria-hidden="true" />
      <span>{t('warning.says', { seconds: Math.max(0, Math.ceil(leftMs / 1_000)) })}</span>
      <Button onClick={() => void hub.session.touch().then(takeSession, ignore)}>
        {t('warning.stay')}
      </Button>
    </div>
  )
}

/** A hub that is away is told by the banner. */
function ignore(): void {}
