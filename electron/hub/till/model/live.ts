import { aBill } from '../../../../shared/domain/payment/payment-fixture.ts'
import { drawerSumsOf } from '../../../../shared/domain/till/shift-sums.ts'
import { MINUTE, SECOND } from '../../../../shared/time/instant.ts'
import type { Money } from '../../money.ts'
import { capturePayment } from '../../payment/capture.ts'
import { openPayment } from '../../payment/open.ts'
import { refundPayment } from '../../payment/refund.ts'
import type { SiteAndStripe } from '../../payment/test-bench/site-and-stripe.ts'
import { VISA } from '../../payment/test-bench/payer.ts'
import { takePayment } from '../../payment/take.ts'
import type { Writes } from '../../store/writes.ts'
import { nobodyAsked } from '../approve.ts'
import { closeShift } from '../close.ts'
import { countDrawer } from '../count.ts'
import { moveCash } from '../move.ts'
import { openShiftOf } from '../movement.ts'
import { openShift } from '../open.ts'
import { createTill } from '../tills.ts'
import type { Act } from './act.ts'

/** A site with two tills, at which acts happen. */
export interface TillLife {
  happen(act: Act): Promise<void>
  /** Brings everything to its end: Stripe has answered, and each till's last shift is closed. */
  end(): Promise<void>
  /** How often each act came to something. */
  readonly done: Readonly<Record<string, number>>
}

const keeper = { mayAnyDrawer: true }

/** What a unit fails with that was to fail. */
class Failed extends Error {}

export async function tillLife(site: SiteAndStripe): Promise<TillLife> {
  const { store } = site
  const done: Record<string, number> = {}
  let failsNext = false
  const desk = async (unit: (tx: Writes) => boolean, what: string): Promise<void> => {
    const fails = failsNext
    failsNext = false
    try {
      await store.work('desk', (tx) => {
        if (unit(tx)) done[what] = (done[what] ?? 0) + 1
        if (fails) throw new Failed()
      })
    } catch (error) {
      if (!(error instanceof Failed)) throw error
    }
  }
  const tills: string[] = []
  for (const name of ['Kassa 1', 'Kassa 2'])
    await store.work('desk', (tx) => {
      const made = createTill(tx, name)
      if (made.kind === 'done') tills.push(made.till.id)
    })
  const tillAt = (at: number): string => tills[at] ?? ''
  // Stripe knows before the site does: nobody pays or sends back twice.
  const seen = new Set<string>()
  const isFirst = (id: string): boolean => !seen.has(id) && Boolean(seen.add(id))
  const side = () => site.money().payments.side

  function close(tx: Writes, till: number, offKronor: number): boolean {
    const shift = openShiftOf(tx, tillAt(till))
    if (shift === undefined) return false
    const movements = tx.find('tillMovement', { shiftId: shift.id })
    const there = Math.max(0, Math.round(drawerSumsOf(movements).expectedMinor / 100) + offKronor)
    const denominations = [{ valueMinor: 100, pieces: there }]
    countDrawer(tx, { id: shift.id, purpose: 'closing', denominations }, keeper)
    const wish = { id: shift.id, varianceReason: 'Off', handOverNote: '' }
    const parts = { keeper, approver: nobodyAsked, version: '0' }
    return closeShift(tx, wish, parts).kind === 'closed'
  }

  async function settle(dies: 'before' | 'after' | null): Promise<void> {
    for (const name of ['send', 'poll', 'events'] as const)
      await site.step(async ({ payments }: Money) => {
        if (dies !== null && name === 'send') site.line().killNext(dies)
        await payments.steps[name]()
      })
    site.later(2 * SECOND)
  }

  async function happen(act: Act): Promise<void> {
    site.later(SECOND)
    const rows = async () =>
      (await store.reads.find('payment', {})).toSorted((one, other) => (one.id < other.id ? -1 : 1))
    const chosen = async (
      which: number,
      fits: (row: Awaited<ReturnType<typeof rows>>[0]) => boolean,
    ) => {
      const fitting = (await rows()).filter(fits)
      return fitting[which % Math.max(1, fitting.length)]
    }
    switch (act.what) {
      case 'open': {
        const denominations = [{ valueMinor: 100, pieces: act.kronor }]
        const wish = { tillId: tillAt(act.till), denominations, hasReadNote: true }
        return desk((tx) => openShift(tx, wish).kind === 'opened', 'open')
      }
      case 'cash':
      case 'slip':
        return desk((tx) => {
          const wish = {
            ...{ billId: bill(tx, act.minor), tillId: tillAt(act.till), amountMinor: null },
            ...{ tenderedMinor: null, reference: '17', note: '' },
          }
          const means = act.what === 'cash' ? 'cash' : 'externalTerminal'
          return takePayment(tx, side(), { ...wish, means }).kind === 'taken'
        }, act.what)
      case 'link':
        return desk((tx) => {
          const wish = {
            ...{ billId: bill(tx, act.minor), tillId: tillAt(act.till), amountMinor: null },
            ...({ means: 'checkout', readerId: null, language: 'sv' } as const),
            capture: act.holds ? ('manual' as const) : ('automatic' as const),
          }
          return openPayment(tx, side(), wish).kind === 'opened'
        }, 'link')
      case 'pay': {
        const payment = await chosen(act.which, ({ state }) => state === 'open')
        const page = payment?.stripeCheckoutSessionId
        if (page && isFirst(page)) site.double.controls.payOnPage(page, VISA)
        return
      }
      case 'capture': {
        const held = await chosen(act.which, ({ state }) => state === 'held')
        if (held === undefined) return
        const minor = Math.max(300, Math.floor((held.amountMinor * act.share) / 100))
        return desk(
          (tx) => capturePayment(tx, side(), held.id, minor).kind === 'captured',
          'capture',
        )
      }
      case 'refund': {
        const paid = await chosen(act.which, ({ state }) => state === 'paid')
        if (paid === undefined) return
        const minor = Math.max(1, Math.floor((paid.capturedMinor * act.share) / 100))
        const wish = {
          ...({
            paymentId: paid.id,
            amountMinor: minor,
            reason: 'duplicate',
            note: 'Twice',
          } as const),
          tillId: tillAt(act.till),
        }
        return desk((tx) => refundPayment(tx, side(), wish).kind === 'made', 'refund')
      }
      case 'returned': {
        const given = (await store.reads.find('refund', { state: 'succeeded' })).filter(
          ({ stripeRefundId }) => stripeRefundId !== null,
        )
        const refund = given[act.which % Math.max(1, given.length)]
        const back = refund?.stripeRefundId
        if (back && isFirst(back)) site.double.controls.failRefund(back)
        return
      }
      case 'move':
        return desk((tx) => {
          const shift = openShiftOf(tx, tillAt(act.till))
          if (shift === undefined) return false
          const wish = { id: shift.id, kind: act.kind, amountMinor: act.minor, reason: 'Change' }
          return moveCash(tx, wish, keeper).kind === 'moved'
        }, 'move')
      case 'close':
        return desk((tx) => close(tx, act.till, act.offKronor), 'close')
      case 'settle':
        return settle(act.dies)
      case 'fails':
        failsNext = true
    }
  }

  /** A bill of so much that is over. */
  function bill(tx: Writes, minor: number): string {
    const vatMinor = Math.round(minor / 5)
    const exclMinor = minor - vatMinor
    const row = aBill({
      ...{ id: tx.newId(), inclMinor: minor, exclMinor, estimatedMinor: minor, dueMinor: minor },
      vat: [{ ratePct: 25, exclMinor, vatMinor }],
      ...{ startsAt: tx.now, createdAt: tx.now, updatedAt: tx.now },
    })
    tx.insert('bill', row)
    return row.id
  }

  async function end(): Promise<void> {
    failsNext = false
    for (let turn = 0; turn < 8; turn += 1) {
      site.later(5 * MINUTE)
      await settle(null)
    }
    for (const [at, tillId] of tills.entries()) {
      // What came in since the last one waits for another shift.
      await desk(
        (tx) => openShift(tx, { tillId, denominations: [], hasReadNote: true }).kind === 'opened',
        'last',
      )
      await desk((tx) => close(tx, at, 0), 'close')
    }
  }

  return { happen, end, done }
}
