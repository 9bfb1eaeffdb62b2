import type { Payment } from '../../../shared/domain/payment/payment.ts'
import type { CashCount } from '../../../shared/domain/till/cash-count.ts'
import { drawerSumsOf, shiftSumsOf } from '../../../shared/domain/till/shift-sums.ts'
import type { Shift } from '../../../shared/domain/till/shift.ts'
import type { TillMovement } from '../../../shared/domain/till/till-movement.ts'
import type { Passed, ZContent } from '../../../shared/domain/till/z-report.ts'
import type { BillVoid } from '../../../shared/domain/till/bill-void.ts'
import { paymentTermsOf } from '../payment/terms.ts'
import type { Writes } from '../store/writes.ts'
import { modesOf } from './modes.ts'
import { movesOf } from './move.ts'
import { asTillPayment } from './under-way.ts'

/** What a Z report is made out of, beside what it looks up. */
interface ZParts {
  readonly movements: readonly TillMovement[]
  readonly counts: readonly CashCount[]
  readonly handedOver: readonly Payment[]
  readonly version: string
}

/** All that the Z report of a shift that was just closed says. */
export function zContentOf(
  tx: Writes,
  shift: Shift,
  { movements, counts, handedOver, version }: ZParts,
): ZContent {
  const [site] = tx.find('site', {})
  const till = tx.get('till', shift.tillId)
  if (site === undefined || till === undefined || shift.closedAt === null)
    throw new Error('A shift is closed at a till of the site.')
  const terms = paymentTermsOf(tx)
  const voids = tx.find('billVoid', { shiftId: shift.id })
  return {
    seller: {
      ...{ name: terms.legalName, organisationNumber: terms.organisationNumber },
      ...{ vatNumber: terms.vatNumber, address: terms.address },
    },
    ...{ siteName: site.name, timeZone: site.timeZone, tillName: till.name },
    ...{ shiftNumber: shift.number, currency: shift.currency },
    ...{ openedAt: shift.openedAt, openedBy: shift.openedBy },
    ...{ closedAt: shift.closedAt, closedBy: shift.closedBy ?? '' },
    ...shiftSumsOf(movements),
    drawer: drawerSumsOf(movements),
    countedMinor: shift.countedMinor ?? 0,
    varianceMinor: shift.varianceMinor ?? 0,
    varianceReason: shift.varianceReason,
    counts: counts.map(({ id: _, shiftId: __, ...count }) => count),
    moves: movesOf(tx, shift.id).map(({ id: _, shiftId: __, ...move }) => move),
    receipts: receiptsOf(tx, movements),
    voids: voidSums(voids),
    approvals: approvalsOf(tx, shift, movements, voids),
    handedOver: handedOver.map((payment) => asTillPayment(tx, payment)),
    handOverNote: shift.handOverNote,
    modes: modesOf(tx, movements),
    version,
  }
}

/** The receipts that were made out by now of what moved. */
function receiptsOf(tx: Writes, movements: readonly TillMovement[]): ZContent['receipts'] {
  const numbers = new Set<number>()
  for (const { kind, paymentId, refundId } of movements) {
    const of = kind === 'paymentTaken' && paymentId ? tx.get('payment', paymentId) : undefined
    const back = kind === 'refundGiven' && refundId ? tx.get('refund', refundId) : undefined
    const number = (back ?? of)?.receiptNumber ?? null
    if (number !== null) numbers.add(number)
  }
  if (numbers.size === 0) return null
  return { first: Math.min(...numbers), last: Math.max(...numbers), count: numbers.size }
}

function voidSums(voids: readonly BillVoid[]): ZContent['voids'] {
  const sums = new Map<string, { count: number; amountMinor: number }>()
  for (const { currency, amountMinor } of voids) {
    const known = sums.get(currency) ?? { count: 0, amountMinor: 0 }
    sums.set(currency, {
      count: known.count + 1,
      amountMinor: known.amountMinor + amountMinor,
    })
  }
  return [...sums].map(([currency, sum]) => ({ currency, ...sum }))
}

function approvalsOf(
  tx: Writes,
  shift: Shift,
  movements: readonly TillMovement[],
  voids: readonly BillVoid[],
): Passed[] {
  const refunds = movements.flatMap(({ kind, refundId }): Passed[] => {
    const refund = kind === 'refundGiven' && refundId ? tx.get('refund', refundId) : undefined
    if (!refund?.approvedBy) return []
    const { amountMinor, givenBy: by, approvedBy, createdAt: at } = refund
    return [{ what: 'refund', amountMinor, by, approvedBy, at }]
  })
  const others = voids.flatMap(({ amountMinor, by, approvedBy, at }): Passed[] =>
    approvedBy === null ? [] : [{ what: 'void', amountMinor, by, approvedBy, at }],
  )
  const { varianceApprovedBy, varianceMinor, closedBy, closedAt } = shift
  const variance: Passed[] =
    varianceApprovedBy === null
      ? []
      : [
          {
            ...{ what: 'variance', amountMinor: Math.abs(varianceMinor ?? 0) },
            ...{
              by: closedBy ?? '',
              approvedBy: varianceApprovedBy,
              at: closedAt ?? shift.openedAt,
            },
          },
        ]
  return [...refunds, ...others, ...variance]
}
