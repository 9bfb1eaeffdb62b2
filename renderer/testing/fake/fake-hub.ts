import { implement, type Router } from '@orpc/server'
import { type Contract, contract } from '../../../shared/contract/contract.ts'
import type { LiveRows } from '../../../shared/contract/live.ts'
import { fakeVehicles } from './fake-vehicle.ts'
import { fakeCustomers } from './fake-customer.ts'
import { fakeBookings } from './fake-booking.ts'
import { fakeRecurring } from './fake-recurring.ts'
import { fakeCalendars } from './fake-calendar.ts'
import { fakeAdoption } from './fake-adoption.ts'
import { fakeChargingControl } from './fake-charging-control.ts'
import { fakeCommands } from './fake-command.ts'
import { fakeJournal } from './fake-journal.ts'
import { fakeAccounting } from './fake-accounting.ts'
import { fakeInvoices } from './fake-invoice.ts'
import { fakeLedger } from './fake-ledger.ts'
import { fakeBills } from './fake-bill.ts'
import { fakePayments } from './fake-payment.ts'
import { fakeReceipts } from './fake-receipt.ts'
import { fakeTills } from './fake-till.ts'
import { fakeReports } from './fake-report.ts'
import { fakeStripe } from './fake-stripe.ts'
import { fakeStations } from './fake-station.ts'
import { type FakeStore, fakeStore } from './fake-store.ts'
import { fakeTransactions } from './fake-transaction.ts'
import { fakeMessages } from './fake-ocpp-message.ts'
import { fakeTokens } from './fake-id-token.ts'
import { fakeImports } from './fake-import.ts'
import { fakeFeeder } from './fake-feeder.ts'
import { fakeLimit } from './fake-limit.ts'
import { fakeSeries } from './fake-series.ts'
import { fakePlanning } from './fake-planning.ts'
import { fakeOffers } from './fake-offer.ts'
import { fakeLoad } from './fake-load.ts'
import { fakeDriverMessages } from './fake-message.ts'
import { fakeVisits } from './fake-visit.ts'
import { fakeWalkUps } from './fake-walk-up.ts'
import { fakeTariffs } from './fake-tariff.ts'
import { fakeDesk, fakeSession } from './fake-session.ts'
import { fakeUsers } from './fake-user.ts'

/** A hub in memory: the whole contract over the rows given, without chargers and without a disk. */
export function fakeHub(rows: LiveRows): {
  router: Router<Contract, Record<never, never>>
  store: FakeStore
} {
  const store = fakeStore(rows)
  const os = implement(contract)
  const demo = new URLSearchParams(location.search).has('demo')
  const startedAt = Date.now() - 3 * 3_600_000
  const desk = fakeDesk(store)
  const router: Router<Contract, Record<never, never>> = {
    hub: {
      info: os.hub.info.handler(() => ({
        version: '0.1.0',
        node: '24.11.0',
        sqlite: '3.51.3',
        startedAt,
        dataDir: '/home/kim/.config/Laddplan',
        ocppUrl: 'ws://192.168.10.20:9000/ocpp/',
        apiUrl: 'http://127.0.0.1:9001/api',
        ocppUrls: ['ws://192.168.10.20:9000/ocpp/', 'ws://10.0.4.1:9000/ocpp/'],
        demo,
        connected: store.rows.station.filter((station) => station.connection === 'online').length,
      })),
    },
    site: {
      get: os.site.get.handler(() => theSite()),
      update: os.site.update.handler(({ input }) => {
        const changes = Object.fromEntries(
          Object.entries(input).filter(([, value]) => value !== undefined),
        )
        return store.put('site', { ...theSite(), ...changes, updatedAt: Date.now() })
      }),
    },
    user: fakeUsers(store, desk),
    session: fakeSession(store, desk),
    feeder: fakeFeeder(store),
    limit: fakeLimit(store),
    series: fakeSeries(store),
    planning: fakePlanning(store),
    offer: fakeOffers(store),
    load: fakeLoad(store),
    chargingControl: fakeChargingControl(store),
    live: { follow: os.live.follow.handler(({ signal }) => store.follow(signal)) },
    adoption: fakeAdoption(store),
    station: fakeStations(store),
    idToken: fakeTokens(store),
    vehicle: fakeVehicles(store),
    customer: fakeCustomers(store),
    booking: fakeBookings(store),
    recurring: fakeRecurring(store),
    calendar: fakeCalendars(store),
    import: fakeImports(store),
    bill: fakeBills(store),
    payment: fakePayments(store),
    receipt: fakeReceipts(store),
    till: fakeTills(store),
    report: fakeReports(store),
    ...fakeStripe(store),
    ...fakeWalkUps(store),
    ...fakeVisits(store),
    ...fakeDriverMessages(store),
    ledger: fakeLedger(store),
    invoice: fakeInvoices(store),
    accounting: fakeAccounting(),
    tariff: fakeTariffs(store),
    command: fakeCommands(store),
    transaction: fakeTransactions(store),
    ocppMessage: fakeMessages(store),
    journal: fakeJournal(store),
  }
  return { router, store }

  function theSite() {
    const site = store.rows.site[0]
    if (!site) throw new Error('the seed has no site')
    return site
  }
}
