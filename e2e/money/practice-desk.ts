import { expect } from '@playwright/test'
import { z } from 'zod'
import type { PaymentDetail } from '../../shared/contract/payment.ts'
import type { Bill } from '../../shared/domain/bill/bill.ts'
import type { Payment } from '../../shared/domain/payment/payment.ts'
import type { Refund } from '../../shared/domain/payment/refund.ts'
import { type Reader, reader } from '../../shared/domain/payment/stripe-account.ts'
import { tariffOfTemplate } from '../../shared/domain/tariff/templates.ts'
import { HOUR } from '../../shared/time/instant.ts'
import { type Console, type ReadyLine, startConsole, type StartOptions } from '../app.ts'
import { ask, english } from '../walk/desk.ts'
import { type Double, doubleOf } from './double.ts'

/** What a kWh costs at the kiosks, with 25 % VAT, in öre. */
export const PER_KWH_MINOR = 437

export const PASSWORD = 'correct horse battery'

export interface Visit {
  readonly plate: string
  readonly chargePointId: string
  readonly bookingId: string
  readonly billId: string
}

/** A practice site with kiosks of its own beside the demo depot's chargers. */
export interface PracticeDesk extends Console {
  readonly double: Double
  /** A stay of two hours from the next full hour on, or from `arrivesAt`, at a kiosk of its own. */
  visit(plate: string, kWh: number, arrivesAt?: number): Promise<Visit>
  bill(visit: Visit): Promise<{ bill: Bill; payments: Payment[] }>
  /** A visit whose estimate is paid on a page with a card, without the window; its payment. */
  paidVisit(plate: string, number: string): Promise<Payment>
  /** A payment with its refunds and what can be given back. */
  detail(paymentId: string): Promise<PaymentDetail>
  /** The first refund of a payment. */
  refund(paymentId: string): Promise<Refund>
  /** Stripe's id of a card reader, by its name. */
  readerId(name: string): Promise<string>
  /** The only payment of a visit that is not over without having taken anything. */
  payment(visit: Visit): Promise<Payment>
}

const made = z.object({ id: z.string() })
const madeStation = z.object({ station: made })
const madeTariff = z.object({ tariff: made })
const account = z.object({ state: z.string() })
const readers = z.object({ rows: z.array(reader) })

/** Starts a practice site and waits until it can take cards. */
export async function practiceDesk(options: StartOptions = {}): Promise<PracticeDesk> {
  const desk = await startConsole({ args: ['--demo'], env: english, ...options })
  try {
    return await withKiosks(desk)
  } catch (error) {
    await desk.app.close()
    throw error
  }
}

async function withKiosks(desk: Console): Promise<PracticeDesk> {
  const { ready } = desk
  await expect
    .poll(() => readersOf(ready).then(({ length }) => length), { timeout: 60_000 })
    .toBe(2)
  const { ocpi } = tariffOfTemplate({
    ...{ kind: 'perKwh', currency: 'SEK', taxIncluded: true, vatPct: 25 },
    perKwh: PER_KWH_MINOR / 100,
  })
  const { tariff } = madeTariff.parse(
    await ask(ready, 'POST', '/tariffs', { name: 'Kiosks', ocpi }),
  )
  let kiosks = 0
  const bill = async ({ billId }: Visit) =>
    (await ask(ready, 'GET', `/bills/${billId}`)) as { bill: Bill; payments: Payment[] }
  const double = doubleOf(ready)
  const practice: PracticeDesk = {
    ...desk,
    double,
    async visit(plate, kWh, arrivesAt = Math.ceil(Date.now() / HOUR) * HOUR) {
      kiosks += 1
      const chargePointId = `KIOSK-${kiosks}`
      const words = { chargePointId, name: `Kiosk ${kiosks}`, password: PASSWORD }
      const { station } = madeStation.parse(await ask(ready, 'POST', '/stations', words))
      await ask(ready, 'PUT', `/stations/${station.id}/connectors/1/equipment`, {
        ...{ standard: 'IEC_62196_T2', powerType: 'AC_3_PHASE', maxPowerW: 22_000 },
      })
      await ask(ready, 'POST', '/tariff-assignments', {
        ...{ tariffId: tariff.id, stationId: station.id },
      })
      const booking = await ask(ready, 'POST', '/bookings', {
        ...{ stationId: station.id, connectorId: 1, plate },
        ...{ arrivesAt, departsAt: arrivesAt + 2 * HOUR },
        need: { kind: 'energy', energyWh: kWh * 1_000 },
      })
      const bookingId = made.parse(booking).id
      const opened = await ask(ready, 'POST', `/bookings/${bookingId}/bill`)
      return { plate, chargePointId, bookingId, billId: made.parse(opened).id }
    },
    bill,
    async paidVisit(plate, number) {
      const visit = await practice.visit(plate, 10)
      await ask(ready, 'POST', '/payments', { billId: visit.billId, means: 'checkout' })
      await expect.poll(() => practice.payment(visit).then(({ payUrl }) => payUrl)).not.toBeNull()
      await double.payOnPage((await practice.payment(visit)).payUrl ?? '', number)
      await expect.poll(() => practice.payment(visit).then(({ state }) => state)).toBe('paid')
      return practice.payment(visit)
    },
    detail: async (paymentId) =>
      (await ask(ready, 'GET', `/payments/${paymentId}`)) as PaymentDetail,
    async refund(paymentId) {
      const [first] = (await practice.detail(paymentId)).refunds
      if (first === undefined) throw new Error('nothing was given back')
      return first
    },
    async readerId(name) {
      const found = (await readersOf(ready)).find(({ label }) => label === name)
      if (found === undefined) throw new Error(`there is no reader ${name}`)
      return found.id
    },
    async payment(visit) {
      const { payments } = await bill(visit)
      const [only, ...more] = payments.filter(
        ({ state }) => !['failed', 'expired', 'cancelled'].includes(state),
      )
      if (only === undefined || more.length > 0) throw new Error('not one payment')
      return only
    },
  }
  return practice
}

/** The card readers; none before the site has been told what it pays through. */
async function readersOf(ready: ReadyLine): Promise<Reader[]> {
  const { state } = account.parse(await ask(ready, 'GET', '/stripe'))
  return state === 'ok' ? readers.parse(await ask(ready, 'GET', '/readers')).rows : []
}
