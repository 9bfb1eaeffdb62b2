import { notifications } from '@mantine/notifications'
import { spotlight } from '@mantine/spotlight'
import { useEffect, useRef } from 'react'
import { useSession } from '../live/session-store.ts'
import { home } from '../navigation/route.ts'
import { navigate } from '../navigation/use-route.ts'

/** Leaves nothing lying about when the window locks; somebody else who logs in begins where all begin. */
export function useClearedDesk(): void {
  const session = useSession()
  const lastId = useRef<string | null>(null)
  const locked = session?.state === 'locked'
  const userId = session?.user?.id ?? null
  useEffect(() => {
    if (!locked) return
    notifications.clean()
    spotlight.close()
  }, [locked])
  useEffect(() => {
    if (userId === null) return
    if (lastId.current !== null && lastId.current !== userId) navigate(home, { replace: true })
    lastId.current = userId
  }, [userId])
}
