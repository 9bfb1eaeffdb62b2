import { voidRefunds } from '../../../../../shared/domain/payment/refunding.ts'
import type { Refund } from '../../../../../shared/domain/payment/refund.ts'
import { giveBack } from '../../give-back.ts'
import { fail } from './fail.ts'
import type { Site } from './site.ts'

/** A person gives a payment back: unless that is to be due again, nobody owes more for it than before. */
export function takeBack(
  site: Site,
  wish: { paymentId: string; amountMinor: number; isDueAgain: boolean },
): Promise<void> {
  return site.desk((tx, { payments }) => {
    const dueMinor = (): number => {
      const payment = tx.get('payment', wish.paymentId)
      return tx.get('bill', payment?.billId ?? '')?.dueMinor ?? 0
    }
    const beforeMinor = dueMinor()
    const words = { reason: 'duplicate', note: 'Twice' } as const
    const made = giveBack(tx, payments.side, { ...wish, ...words })
    if (made.kind === 'refused') return
    const { id, takenOff, amountMinor } = made.refund
    if (takenOffMinor(made.refund) > amountMinor) fail('more taken off than given', made.refund)
    if (wish.isDueAgain && takenOff.length > 0) fail('off the bill and due again', made.refund)
    if (!wish.isDueAgain && dueMinor() > Math.max(0, beforeMinor))
      fail('asked for once more', [beforeMinor, dueMinor(), made.refund])
    if (takenOff.length > 0) tx.afterCommit(() => site.takenOff.add(id))
  })
}

/** What was given stays off its bill; what wasn't given after all is off it no more. */
export function expectTakenOff(site: Site, refunds: readonly Refund[]): void {
  for (const refund of refunds) {
    const wasTakenOff = site.takenOff.has(refund.id)
    const isTakenOff = refund.takenOff.length > 0
    if (isTakenOff && voidRefunds.has(refund.state)) fail('off the bill, and not given', refund)
    if (wasTakenOff && !isTakenOff && !voidRefunds.has(refund.state))
      fail('given, and not off the bill', refund)
    if (wasTakenOff) site.cameAbout.add(`off the bill, ${refund.state}`)
  }
}

function takenOffMinor({ takenOff }: Refund): number {
  return takenOff.reduce((sum, { exclMinor, vatMinor }) => sum + exclMinor + vatMinor, 0)
}
