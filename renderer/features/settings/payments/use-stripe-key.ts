import { useCallback, useEffect, useState } from 'react'
import type { StripeKeyStatus } from '../../../../shared/stripe-key-bridge.ts'
import { shell } from '../../../live/shell.ts'

/** How it stands with the Stripe key, kept up with what other windows do; null until it is known. */
export function useStripeKey(): { status: StripeKeyStatus | null; look: () => void } {
  const [status, setStatus] = useState<StripeKeyStatus | null>(null)
  const look = useCallback(() => {
    void shell()?.stripeKey.status().then(setStatus)
  }, [])
  useEffect(() => {
    look()
    return shell()?.stripeKey.onChange(look)
  }, [look])
  return { status, look }
}
