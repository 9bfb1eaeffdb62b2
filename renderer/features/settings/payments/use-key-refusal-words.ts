import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { SHORTEST_PASSPHRASE } from '../../../../shared/passphrase.ts'
import type { StripeKeyOffered } from '../../../../shared/stripe-key-bridge.ts'
import { inert } from '../../../ui/mark/inert.ts'

type Refused = Extract<StripeKeyOffered, { accepted: false }>

/** Why a key is not taken; what is typed twice can differ before anything is offered. */
export type KeyRefusal = Refused | { accepted: false; code: 'passphraseDiffers' }

/** Gives the sentence for a refused key, in the reader's language. What Stripe said is shown as a text, never obeyed. */
export function useKeyRefusalWords(): (refusal: KeyRefusal) => string {
  const { t } = useTranslation('stripeKey')
  return useCallback(
    (refusal) =>
      t(`refusal.${refusal.code}`, {
        least: SHORTEST_PASSPHRASE,
        message: 'message' in refusal ? inert(refusal.message, 300).text : '',
      }),
    [t],
  )
}
