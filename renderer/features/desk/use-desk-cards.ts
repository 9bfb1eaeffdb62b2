import { useState } from 'react'
import { firstPaymentTerms } from '../../../shared/domain/payment/payment-terms.ts'
import { listOf } from '../../live/replica.ts'
import { useLiveStore } from '../../live/store.ts'
import { useNow } from '../../live/use-now.ts'
import { cardKeeper } from './card/card-keeper.ts'
import type { DeskCards } from './card/card-keeper.ts'

/** The cards of the desk from the live rows; the same ones until what they show is another. */
export function useDeskCards(): DeskCards {
  const now = useNow(30_000)
  const [cardsOf] = useState(cardKeeper)
  return useLiveStore(({ tables }) =>
    cardsOf(
      {
        bookings: listOf(tables.booking),
        walkUps: tables.walkUp,
        bills: listOf(tables.bill),
        payments: listOf(tables.payment),
        stations: tables.station,
        connectors: listOf(tables.connector),
        transactions: tables.transaction,
        vehicles: tables.vehicle,
        lines: tables.planLine,
      },
      tables.paymentTerms.get('paymentTerms') ?? firstPaymentTerms,
      now,
    ),
  )
}
