import { useMemo } from 'react'
import { firstPaymentTerms } from '../../../../shared/domain/payment/payment-terms.ts'
import type { WalkUpWho } from '../../../../shared/domain/walk-up/choice.ts'
import type { WalkUpPayKind } from '../../../../shared/domain/walk-up/pay.ts'
import { useTakesCash } from '../../../live/till-id.ts'
import { useRow, useRows, useSite } from '../../../live/use-live.ts'
import type { WaysAround } from './pay-ways.ts'

/** What the ways of paying are judged by, from the live rows. */
export function useWaysAround(pays: readonly WalkUpPayKind[], who: WalkUpWho | null): WaysAround {
  const means = useRow('paymentTerms', 'paymentTerms')?.means ?? firstPaymentTerms.means
  const stripe = useRow('stripeAccount', 'stripe')?.state ?? 'none'
  const readers = useRows('reader')
  const currency = useSite()?.currency ?? 'SEK'
  const takesCash = useTakesCash()
  const hasCustomer = who !== null && who.customerId !== null
  return useMemo(
    () => ({ pays, means, currency, stripe, readers, takesCash, hasCustomer }),
    [pays, means, currency, stripe, readers, takesCash, hasCustomer],
  )
}
