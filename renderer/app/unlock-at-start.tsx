import { lazy, Suspense, useEffect, useState } from 'react'
import { shell } from '../live/shell.ts'

const UnlockDialog = lazy(async () => ({
  default: (await import('../features/settings/payments/unlock-dialog.tsx')).UnlockDialog,
}))

/** Asks for the passphrase of the Stripe key while it is locked, in every window, until somebody gives it or puts it off. */
export function UnlockAtStart() {
  const [locked, setLocked] = useState(false)
  useEffect(() => {
    const key = shell()?.stripeKey
    if (key === undefined) return undefined
    const look = () => void key.isLocked().then(setLocked)
    look()
    return key.onChange(look)
  }, [])
  if (!locked) return null
  return (
    <Suspense fallback={null}>
      <UnlockDialog onLater={() => setLocked(false)} />
    </Suspense>
  )
}
