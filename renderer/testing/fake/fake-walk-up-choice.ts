import { placeOf } from '../../../shared/domain/booking/states.ts'
import { wordsOf } from '../../../shared/domain/tariff/words.ts'
import { plateKey } from '../../../shared/domain/vehicle/plate-key.ts'
import type { Promised, WalkUpPlace, WalkUpWho } from '../../../shared/domain/walk-up/choice.ts'
import type { WalkUpNeed } from '../../../shared/domain/walk-up/need.ts'
import type { WalkUpTerms } from '../../../shared/domain/walk-up/walk-up-terms.ts'
import { HOUR, MINUTE } from '../../../shared/time/instant.ts'
import type { FakeStore } from './fake-store.ts'

/** Öre a kWh, tax included. */
const KWH_MINOR = 365

/** Who stands at the desk, and every connector that is free now, those with a car plugged in first. */
export function fakeChoices(
  store: FakeStore,
  { plate = '', limit }: { plate?: string | undefined; limit: number },
  terms: WalkUpTerms,
): { who: WalkUpWho | null; places: WalkUpPlace[] } {
  const now = Date.now()
  const { rows } = store
  const words = rows.tariffVersion[0] ? wordsOf(rows.tariffVersion[0]) : null
  const taken = new Set(
    rows.booking
      .filter(({ state }) => state === 'charging' || state === 'finished')
      .map((booking) => placeOf(booking)),
  )
  const need: WalkUpNeed = { kind: 'full' }
  const places = rows.connector
    .filter(({ connectorId, status }) => connectorId > 0 && free.has(status))
    .filter((row) => !taken.has(placeOf(row)))
    .toSorted((a, b) => Number(b.status === 'Preparing') - Number(a.status === 'Preparing'))
    .map((row, index): WalkUpPlace => {
      const { stationId, connectorId, standard, powerType, maxPowerW } = row
      const isPluggedIn = row.status === 'Preparing'
      return {
        ...{ stationId, connectorId, standard, powerType, maxPowerW, powerW: maxPowerW },
        ...{ isPluggedIn, pluggedInAt: isPluggedIn ? row.statusAt : null },
        isOffline: store.find('station', stationId)?.connection !== 'online',
        freeUntil: freeUntil(store, row, now),
        words,
        promised:
          index < limit ? fakePromise(store, { stationId, connectorId, need }, terms) : null,
      }
    })
  return { who: plate === '' ? null : whoOf(store, plate, places), places }
}

/** Eleven kilowatts are promised to whoever comes, but no more than 60 kWh. */
export function fakePromise(
  _store: FakeStore,
  { need }: { stationId: string; connectorId: number; need: WalkUpNeed },
  { fullStayMin }: WalkUpTerms,
): Promised {
  const now = Date.now()
  const wantedWh =
    need.kind === 'energy'
      ? need.energyWh
      : need.kind === 'until'
        ? Math.floor((11_000 * Math.max(0, need.at - now)) / HOUR)
        : 24_000
  if (need.kind === 'energy' && wantedWh > 60_000)
    return {
      promise: null,
      refusals: [{ code: 'needImpossible', needWh: wantedWh, mostWh: 60_000, powerW: 11_000 }],
      alternatives: [],
    }
  const inclMinor = Math.round((wantedWh * KWH_MINOR) / 1_000) + 500
  const departsAt =
    need.kind === 'until'
      ? need.at
      : need.kind === 'full'
        ? now + fullStayMin * MINUTE
        : Math.ceil((now + (wantedWh * HOUR) / 11_000) / (15 * MINUTE)) * 15 * MINUTE
  return {
    promise: {
      departsAt,
      energyWh: need.kind === 'energy' ? wantedWh : null,
      thoughtWh: wantedWh,
      price: { inclMinor, currency: 'SEK' },
      holdMinor: Math.ceil(inclMinor / 10_000) * 10_000,
    },
    refusals: [],
    alternatives: [],
  }
}

const free = new Set(['Available', 'Preparing', 'Reserved'])

function freeUntil(
  store: FakeStore,
  row: { stationId: string; connectorId: number },
  now: number,
): number | null {
  const next = store.rows.booking
    .filter((one) => placeOf(one) === placeOf(row) && one.state === 'confirmed')
    .map(({ arrivesAt }) => arrivesAt)
    .filter((arrivesAt) => arrivesAt > now)
  return next.length === 0 ? null : Math.min(...next)
}

/** A vehicle of the site has been here before, and paid in cash. */
function whoOf(store: FakeStore, plate: string, places: readonly WalkUpPlace[]): WalkUpWho {
  const vehicle = store.rows.vehicle.find((row) => plateKey(row.plate) === plateKey(plate))
  const customer = vehicle?.customerId ? store.find('customer', vehicle.customerId) : undefined
  const place = places.find(({ isOffline }) => !isOffline)
  return {
    plate: vehicle?.plate ?? plate.toUpperCase(),
    vehicleId: vehicle?.id ?? null,
    customerId: customer?.id ?? null,
    customerName: customer?.name ?? '',
    settlement: 'pay',
    visits: vehicle ? 4 : 0,
    last:
      vehicle && place
        ? {
            ...{ stationId: place.stationId, connectorId: place.connectorId },
            ...{ at: Date.now() - 50 * HOUR, need: { kind: 'energy', energyWh: 20_000 } },
            ...{ pays: 'take', means: 'cash', phone: '070-123 45 67' },
          }
        : null,
    here: null,
    booked: null,
  }
}
