import { implement, lazy, type Router } from '@orpc/server'
import type { Contract } from '../../../../shared/contract/contract.ts'
import { journalContract } from '../../../../shared/contract/journal.ts'
import { live } from '../../../../shared/contract/live.ts'
import { ocppMessageContract } from '../../../../shared/contract/ocpp-message.ts'
import { hubContract } from '../../../../shared/contract/site.ts'
import { listJournal } from '../../journal/list.ts'
import { follow } from '../../live/follow.ts'
import { holds } from '../../user/session-state.ts'
import { listWireLog } from '../../wire-log/list.ts'
import { adoptionRouter } from './adoption.ts'
import { commandRouter } from './command.ts'
import { idTokenRouter } from './id-token.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'
import { sessionRouter } from './session.ts'
import { siteRouter } from './site.ts'
import { stationRouter } from './station.ts'
import { transactionRouter } from './transaction.ts'

const onHub = implement(hubContract).$context<Caller>().use(everyCall)
const onLive = implement(live).$context<Caller>().use(everyCall)
const onMessages = implement(ocppMessageContract).$context<Caller>().use(everyCall)
const onJournal = implement(journalContract).$context<Caller>().use(everyCall)

export type HubRouter = Router<Contract, Caller>

/** The whole contract, implemented on these parts. What no first screen asks for is read when it is first called. */
export function hubRouter(parts: RouterParts): HubRouter {
  const { store, clock, chargers } = parts
  const bookingParts = async () => {
    const { promises } = await parts.planning
    return { store, clock, chargers, promises }
  }
  return {
    hub: { info: onHub.info.handler(() => parts.info()) },
    session: sessionRouter(parts),
    user: lazy(async () => ({ default: (await import('./user.ts')).userRouter(parts) })),
    site: siteRouter(parts),
    feeder: lazy(async () => ({ default: (await import('./feeder.ts')).feederRouter(parts) })),
    limit: lazy(async () => ({
      default: (await import('./limit.ts')).limitRouter(parts, (await parts.planning).unkeptUnder),
    })),
    series: lazy(async () => ({
      default: (await import('./series.ts')).seriesRouter(
        parts,
        (await parts.planning).seriesChanged,
      ),
    })),
    planning: lazy(async () => ({
      default: (await import('./planning.ts')).planningRouter(await parts.planning),
    })),
    offer: lazy(async () => ({
      default: (await import('./offer.ts')).offerRouter(parts, await parts.planning),
    })),
    load: lazy(async () => ({ default: (await import('./load.ts')).loadRouter(parts) })),
    chargingControl: lazy(async () => ({
      default: (await import('./charging-control.ts')).chargingControlRouter(parts),
    })),
    live: {
      follow: onLive.follow.handler(({ input: { epoch, seq }, context: { standing }, signal }) => {
        const from = epoch !== undefined && seq !== undefined ? { epoch, seq } : undefined
        return follow(store, from, clock, { seesMoney: holds(standing, 'seeMoney'), signal })
      }),
    },
    station: stationRouter(parts),
    adoption: adoptionRouter(parts),
    idToken: idTokenRouter(parts),
    vehicle: lazy(async () => ({
      default: (await import('./vehicle.ts')).vehicleRouter(parts),
    })),
    customer: lazy(async () => ({
      default: (await import('./customer.ts')).customerRouter(parts),
    })),
    booking: lazy(async () => ({
      default: (await import('./booking.ts')).bookingRouter(await bookingParts()),
    })),
    recurring: lazy(async () => ({
      default: (await import('./recurring.ts')).recurringRouter(await bookingParts()),
    })),
    calendar: lazy(async () => ({
      default: (await import('./calendar.ts')).calendarRouter(parts),
    })),
    import: lazy(async () => ({
      default: (await import('./import.ts')).importRouter(await bookingParts()),
    })),
    bill: lazy(async () => ({
      default: (await import('./bill.ts')).billRouter(parts, (await parts.money).bills),
    })),
    payment: lazy(async () => ({
      default: (await import('./payment.ts')).paymentRouter(parts, (await parts.money).payments),
    })),
    paymentTerms: lazy(async () => ({
      default: (await import('./payment-terms.ts')).paymentTermsRouter(parts),
    })),
    till: lazy(async () => ({ default: (await import('./till.ts')).tillRouter(parts) })),
    receipt: lazy(async () => ({ default: (await import('./receipt.ts')).receiptRouter(parts) })),
    stripe: lazy(async () => ({
      default: (await import('./stripe.ts')).stripeRouter(
        parts,
        (await parts.money).payments.stripe,
      ),
    })),
    walkUp: lazy(async () => ({
      default: (await import('./walk-up.ts')).walkUpRouter(
        { ...(await bookingParts()), approvals: parts.approvals },
        await parts.money,
      ),
    })),
    visit: lazy(async () => {
      const { visitRouter } = await import('./visit.ts')
      return { default: visitRouter(parts, (await parts.drivers).rooms) }
    }),
    driverDoor: lazy(async () => ({
      default: (await import('./driver-door.ts')).driverDoorRouter(parts),
    })),
    message: lazy(async () => ({
      default: (await import('./message.ts')).messageRouter(parts, await parts.messages),
    })),
    search: lazy(async () => ({ default: (await import('./search.ts')).searchRouter(parts) })),
    ledger: lazy(async () => ({ default: (await import('./ledger.ts')).ledgerRouter(parts) })),
    invoice: lazy(async () => ({
      default: (await import('./invoice.ts')).invoiceRouter(
        parts,
        (await parts.money).payments.side,
      ),
    })),
    accounting: lazy(async () => ({
      default: (await import('./accounting.ts')).accountingRouter(parts, await parts.reports),
    })),
    report: lazy(async () => ({
      default: (await import('./report.ts')).reportRouter(parts, await parts.reports),
    })),
    tariff: lazy(async () => ({ default: (await import('./tariff.ts')).tariffRouter(parts) })),
    command: commandRouter(parts),
    transaction: transactionRouter(parts),
    ocppMessage: {
      list: onMessages.list.handler(({ input }) => listWireLog(store.reads, input)),
    },
    journal: {
      list: onJournal.list.handler(({ input, context: { standing } }) =>
        listJournal(store.reads, input, holds(standing, 'seeMoney')),
      ),
    },
  }
}
