import type { LiveRows } from '../../../shared/contract/live.ts'
import { currentPairing } from '../adoption/pairing.ts'
import { LONGEST_MS } from '../../../shared/domain/booking/placement.ts'
import { presentStates } from '../../../shared/domain/booking/states.ts'
import { openVisits } from '../../../shared/domain/visit/visit.ts'
import { DAY, type Instant } from '../../../shared/time/instant.ts'
import { PLANS_OWN_ACTIONS } from '../command/request.ts'
import type { Reads } from '../store/reads.ts'
import { decodeRow, type Table } from '../store/tables.ts'
import { eachOnce } from './each-once.ts'
import { moneySnapshot, noMoney } from './money.ts'

/** How many finished transactions and ended commands a desk holds; older ones are asked for. */
const LATEST = 500

/** How far back a desk holds the bookings that are over; older ones are asked for. */
const BOOKED_BACK_MS = 2 * DAY

/** The live tables as they now are on disk; those of money are empty for who may not see it. */
export async function snapshot(reads: Reads, now: Instant, seesMoney: boolean): Promise<LiveRows> {
  const { query } = reads
  const running = await reads.find('transaction', { state: 'active' })
  const finished = await query
    .selectFrom('transaction')
    .selectAll()
    .where('state', '=', 'finished')
    .orderBy('startedAt', 'desc')
    .limit(LATEST)
    .execute()
  const commands = await query
    .selectFrom('command')
    .selectAll()
    // Or the plan's own would leave no room for anybody's.
    .where((is) =>
      is.or([is('requestedBy', '!=', 'hub'), is('action', 'not in', PLANS_OWN_ACTIONS)]),
    )
    .orderBy('id', 'desc')
    .limit(LATEST)
    .execute()
  const lately = await query
    .selectFrom('booking')
    .selectAll()
    .where('departsAt', '>', now - BOOKED_BACK_MS)
    // For the index by arrival: nobody stays longer.
    .where('arrivesAt', '>', now - BOOKED_BACK_MS - LONGEST_MS)
    .execute()
  // Apart, by the index of those whose car is there: who has stood for days came before that.
  const present = await query
    .selectFrom('booking')
    .selectAll()
    .where('arrivedAt', 'is not', null)
    .where('leftAt', 'is', null)
    .where('state', 'in', [...presentStates])
    .execute()
  const steps = await query
    .selectFrom('bookingStep')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(LATEST)
    .execute()
  const limits = await query
    .selectFrom('temporaryLimit')
    .selectAll()
    .where('until', '>', now)
    .where('liftedAt', 'is', null)
    .execute()
  const walkUpsLately = await query
    .selectFrom('walkUp')
    .selectAll()
    .where('createdAt', '>', now - BOOKED_BACK_MS)
    .execute()
  const walkUpsOpen = await query
    .selectFrom('walkUp')
    .selectAll()
    .where('endedAt', 'is', null)
    .execute()
  const visitsLately = await query
    .selectFrom('visit')
    .selectAll()
    .where('createdAt', '>', now - BOOKED_BACK_MS)
    .execute()
  const visitsOpen = await query
    .selectFrom('visit')
    .selectAll()
    .where('state', 'in', [...openVisits])
    .execute()
  const all = <T extends Table>(table: T, rows: object[]) =>
    rows.map((row) => decodeRow(table, row))
  return {
    site: await reads.find('site', {}),
    user: await reads.find('user', {}),
    feeder: await reads.find('feeder', {}),
    temporaryLimit: all('temporaryLimit', limits),
    plan: await reads.find('plan', {}),
    planLine: await reads.find('planLine', {}),
    chargingControl: await reads.find('chargingControl', {}),
    pairing: [await currentPairing(reads)],
    station: await reads.find('station', { retiredAt: null }),
    connector: await reads.find('connector', {}),
    candidate: await reads.find('candidate', { state: 'waiting' }),
    connectionAttempt: await reads.find('connectionAttempt', {}),
    idToken: await reads.find('idToken', {}),
    transaction: [...running, ...all('transaction', finished)],
    command: all('command', commands),
    alarm: await reads.find('alarm', { clearedAt: null }),
    vehicle: await reads.find('vehicle', { archivedAt: null }),
    customer: await reads.find('customer', { archivedAt: null }),
    booking: eachOnce('booking', lately, present),
    recurring: await reads.find('recurring', { endedAt: null }),
    bookingStep: all('bookingStep', steps),
    tariff: await reads.find('tariff', {}),
    tariffVersion: await reads.find('tariffVersion', {}),
    tariffAssignment: await reads.find('tariffAssignment', {}),
    walkUp: eachOnce('walkUp', walkUpsLately, walkUpsOpen),
    walkUpTerms: await reads.find('walkUpTerms', {}),
    visit: eachOnce('visit', visitsLately, visitsOpen),
    houseRules: await reads.find('houseRules', {}),
    // Last: a table of money that stood above would not compile.
    ...(seesMoney ? await moneySnapshot(reads, now) : noMoney()),
  }
}
