import { useMemo } from 'react'
import { firstPaymentTerms } from '../../../../shared/domain/payment/payment-terms.ts'
import type { PaymentMeans } from '../../../../shared/domain/payment/payment.ts'
import type { WalkUpWho } from '../../../../shared/domain/walk-up/choice.ts'
import type { WalkUpPayKind } from '../../../../shared/domain/walk-up/pay.ts'
import { useMay } from '../../../live/session-store.ts'
import { useTakesCash } from '../../../live/till-id.ts'
import { useRow, useRows, useSite } from '../../../live/use-live.ts'
import type { WaysAround } from './pay-ways.ts'

const NONE: readonly PaymentMeans[] = []

/** What the ways of paying are judged by, from the live rows. */
export function useWaysAround(pays: readonly WalkUpPayKind[], who: WalkUpWho | null): WaysAround {
  const seesMoney = useMay('seeMoney')
  const terms = useRow('paymentTerms', 'paymentTerms') ?? firstPaymentTerms
  // What the site takes is not told to whoever sees no money: it is paid later then, to somebody who does.
  const means = seesMoney ? terms.means : NONE
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
