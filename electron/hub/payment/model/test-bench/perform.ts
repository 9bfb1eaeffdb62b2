import { SECOND } from '../../../../../shared/time/instant.ts'
import { type Payment, stripeMeans } from '../../../../../shared/domain/payment/payment.ts'
import type { Id } from '../../../../../shared/domain/id/id.ts'
import { cancelPayment } from '../../cancel.ts'
import { capturePayment } from '../../capture.ts'
import { openPayment } from '../../open.ts'
import { remindOfBill } from '../../remind.ts'
import { takePayment } from '../../take.ts'
import type { Act } from './act.ts'
import { atStripe, nth, pay } from './payer.ts'
import { paymentsOf } from './payments-of.ts'
import { resolveOne, unknownCalls } from './resolve.ts'
import { KEYS } from './own-stripe.ts'
import type { Site } from './site.ts'
import { takeBack } from './take-back.ts'
import { correctStay, endStay, newStay, voidStay } from './stay.ts'

type Of<Kind extends Act['do']> = Extract<Act, { do: Kind }>
type Performed = { readonly [Kind in Act['do']]: (site: Site, act: Of<Kind>) => unknown }

/** Has something done, or happen. What can't be done is refused, and the schedule goes on. */
export async function perform(site: Site, act: Act): Promise<void> {
  const does = performed[act.do] as (site: Site, act: Act) => unknown // each takes its own
  await does(site, act)
}

const performed: Performed = {
  stay: (site, act) =>
    site.desk((tx, { payments: { settled } }) => {
      const id = newStay(tx, act)
      tx.afterCommit(() => site.bills.push(id))
      if (act.state === 'final') endStay(tx, id, act.amountMinor, settled)
    }),

  open: async (site, { which, means, capture, part, until, card, dies }) => {
    await site.desk((tx, { payments: { side } }) => {
      // A site that takes no real money yet opens nothing under a key for it.
      if (site.keyName() === 'live') return
      const bill = tx.get('bill', nth(site.bills, which) ?? '')
      if (bill === undefined) return
      const wholeMinor = Math.max(bill.dueMinor, bill.estimatedMinor)
      const amountMinor = part === null ? null : hundredths(wholeMinor, part)
      const [reader] = Object.keys(site.books['terminal.reader'])
      const wish = { billId: bill.id, means, capture, amountMinor, language: 'sv' } as const
      openPayment(tx, side, { ...wish, readerId: reader ?? null })
    })
    if (until === 'opened') return
    await site.step(({ payments }) => payments.steps.send())
    if (until === 'sent') return
    pay(site, { which: 0, card, says: true })
    if (until === 'paid') return
    site.later(2 * SECOND)
    if (dies !== null) site.life().endAfter(dies)
    await site.step(({ payments }) => payments.steps.poll())
  },

  pay: (site, act) => pay(site, act),

  take: (site, { which, means, part }) =>
    site.desk((tx, { payments: { side } }) => {
      const bill = tx.get('bill', nth(site.bills, which) ?? '')
      if (bill === undefined) return
      const wholeMinor = Math.max(bill.dueMinor, bill.estimatedMinor)
      const amountMinor = part === null ? null : hundredths(wholeMinor, part)
      const words = { tenderedMinor: null, reference: '4711', note: 'By hand' }
      takePayment(tx, side, { billId: bill.id, means, amountMinor, ...words })
    }),

  cancel: (site, { which }) =>
    withPayment(site, which, (payment) =>
      site.desk((tx, { payments }) => cancelPayment(tx, payments.side, payment.id, 'Not wanted')),
    ),

  capture: (site, { which, part }) =>
    withPayment(
      site,
      which,
      ({ id, amountMinor }) =>
        site.desk((tx, { payments }) =>
          capturePayment(tx, payments.side, id, hundredths(amountMinor, part)),
        ),
      ({ state }) => state === 'held',
    ),

  refund: (site, { which, part, times, isDueAgain }) =>
    withPayment(
      site,
      which,
      async ({ id: paymentId, capturedMinor }) => {
        const wish = { paymentId, amountMinor: hundredths(capturedMinor, part), isDueAgain }
        for (let time = 0; time < times; time += 1) await takeBack(site, wish)
      },
      ({ capturedMinor }) => capturedMinor > 0,
    ),

  remind: (site, { which }) =>
    site.desk((tx, { payments: { side } }) => {
      const billId = nth(site.bills, which)
      if (billId !== undefined && site.keyName() !== 'live')
        remindOfBill(tx, side, { billId, language: 'en' })
    }),

  end: (site, { which, amountMinor }) =>
    onBill(site, which, (tx, id, settled) => endStay(tx, id, amountMinor, settled)),
  correct: (site, { which, addMinor }) =>
    onBill(site, which, (tx, id, settled) => correctStay(tx, id, addMinor, settled)),
  void: (site, { which }) => onBill(site, which, (tx, id, settled) => voidStay(tx, id, settled)),

  dispute: (site, { which, outcome }) => {
    const { controls } = site.double
    const charge = nth(Object.keys(site.books.charge), which)
    atStripe(() => {
      if (charge === undefined) return
      const id = controls.openDispute(charge)
      if (outcome !== null) controls.decideDispute(id, outcome)
    })
  },

  decide: (site, { which, outcome }) => {
    const dispute = nth(Object.keys(site.books.dispute), which)
    atStripe(() => dispute && site.double.controls.decideDispute(dispute, outcome))
  },

  refundFails: (site, { which }) => {
    const given = Object.values(site.books.refund).filter((row) => row.balance_transaction !== null)
    const refund = nth(given, which)
    atStripe(() => refund && site.double.controls.failRefund(refund.id))
  },

  dashboard: async (site, { which, part }) => {
    const charge = nth(Object.values(site.books.charge), which)
    if (charge === undefined || charge.amount_captured === 0) return
    // From another line; a fault that waits for the next request meets it all the same.
    const body = `charge=${charge.id}&amount=${hundredths(charge.amount_captured, part)}`
    const headers = { authorization: `Bearer ${KEYS.second}` }
    await site.double.handle({ method: 'POST', path: '/v1/refunds', headers, body })
  },

  reader: ({ double, books }, { isOffline }) => {
    for (const id of Object.keys(books['terminal.reader']))
      double.controls.readerIsOffline(id, isOffline)
  },

  resolve: async (site, { which, how }) => {
    const call = nth(await unknownCalls(site), which)
    if (call) await resolveOne(site, call, how)
  },

  fault: ({ faults }, { fault, times }) => {
    for (let time = 0; time < times; time += 1) faults.push(fault)
  },
  kill: (site, { places, reopens }) => {
    site.reopens(reopens)
    site.life().endAfter(places)
  },
  line: (site, { down }) => site.down(down),
  outage: async (site, { down, ms }) => {
    site.down(down)
    await site.step(({ payments }) => payments.steps.send())
    site.later(ms)
    site.down(null)
    await site.step(({ payments }) => payments.steps.send())
  },
  key: (site, { name }) => site.hold(name),
  grant: ({ double }, { as }) => {
    for (const key of [KEYS.first, KEYS.second])
      double.keys.set(key, {
        rights: as === 'readOnly' ? READ_ONLY : 'all',
        state: as === 'expired' ? 'expired' : 'active',
      })
  },
  events: ({ double }, told) => double.faults.events(() => told),
  step: (site, { step, dies }) => {
    if (dies !== null) site.life().endAfter(dies)
    return site.step(({ payments }) => payments.steps[step]())
  },
  together: (site, { steps }) =>
    site.step(({ payments }) => Promise.all(steps.map((step) => payments.steps[step]()))),
  later: (site, { ms }) => site.later(ms),
  monthAway: (site, { ms }) => site.later(ms),
}

const READ_ONLY = [
  ...['rak_payment_intent_read', 'rak_checkout_session_read', 'rak_charge_read', 'rak_event_read'],
  ...['rak_terminal_reader_read', 'rak_balance_transaction_source_read'],
]

async function withPayment(
  site: Site,
  which: number,
  act: (payment: Payment) => Promise<unknown>,
  fits: (payment: Payment) => boolean = ({ means }) => stripeMeans.has(means),
): Promise<void> {
  const payment = nth((await paymentsOf(site)).filter(fits), which)
  if (payment) await act(payment)
}

function onBill(
  site: Site,
  which: number,
  act: (tx: Parameters<typeof endStay>[0], id: Id, settled: Parameters<typeof voidStay>[2]) => void,
): Promise<void> {
  return site.desk((tx, { payments: { settled } }) => {
    const id = nth(site.bills, which)
    if (id !== undefined) act(tx, id, settled)
  })
}

function hundredths(minor: number, part: number): number {
  return Math.max(1, Math.floor((minor * part) / 100))
}
