import { flushCompileCache } from 'node:module'
import { seededRandom } from '../../../../demo/random.ts'
import { SECOND } from '../../../../../shared/time/instant.ts'
import { uuidV7 } from '../../../../../shared/domain/id/id.ts'
import { stripeMeans } from '../../../../../shared/domain/payment/payment.ts'
import { openMoney } from '../../../money.ts'
import { openStore } from '../../../store/store.ts'
import { cancelPayment } from '../../cancel.ts'
import { capturePayment } from '../../capture.ts'
import { giveBack } from '../../give-back.ts'
import { openPayment } from '../../open.ts'
import { endStay, newStay } from './stay.ts'

// Run with a database's file, the address of a Stripe, its key and a seed: a hub that takes payments as fast as it can,
// as its seed says, and never ends by itself.
const [file = '', url = '', key = '', seed = ''] = process.argv.slice(2)
const random = seededRandom(seed)
const below = (most: number): number => Math.floor(random() * most)
const newId = () => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))

const store = await openStore({ file, clock: Date.now, newId })
const money = openMoney({
  ...{ store, clock: Date.now, demo: true },
  failed(error) {
    process.stderr.write(`${String(error)}\n`)
  },
})
const { side, steps, settled, stripe } = money.payments
await stripe.practise({ url, key })
process.send?.('serves')
// Otherwise kept when it ends, which it never does by itself.
flushCompileCache()

const again = async (run: () => Promise<void>): Promise<void> => {
  for (;;) {
    await run()
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}
for (const step of [steps.send, steps.poll, steps.events, steps.lookAfter, steps.payouts])
  void again(step)

await again(async () => {
  await store.work('desk', (tx) => {
    const bills = tx.find('bill', {})
    const payments = tx.find('payment', {}).filter(({ means }) => stripeMeans.has(means))
    const bill = bills[below(bills.length)]
    const payment = payments[below(payments.length)]
    const what = below(10)
    if (bill === undefined || what === 0) {
      newStay(tx, { state: 'running', amountMinor: 1_000 + below(9_000), isCustomers: false })
      return
    }
    if (what < 5) {
      const means = below(2) === 0 ? 'checkout' : 'swish'
      const capture = means === 'checkout' && below(3) === 0 ? 'manual' : 'automatic'
      const wish = { billId: bill.id, means, capture, language: 'sv', readerId: null } as const
      openPayment(tx, side, { ...wish, amountMinor: below(3) === 0 ? null : 300 + below(900) })
      return
    }
    if (payment === undefined) return
    if (what === 5 && payment.createdAt < tx.now - SECOND) {
      cancelPayment(tx, side, payment.id, 'Not wanted')
      return
    }
    if (what === 6) capturePayment(tx, side, payment.id, Math.ceil(payment.amountMinor / 2))
    if (what === 7 || what === 8) {
      const amountMinor = 1 + below(payment.capturedMinor)
      const wish = { paymentId: payment.id, reason: 'duplicate', note: '' } as const
      giveBack(tx, side, { ...wish, amountMinor, isDueAgain: below(3) === 0 })
    }
    if (what === 9 && below(4) === 0) endStay(tx, bill.id, below(9_000), settled)
  })
})
