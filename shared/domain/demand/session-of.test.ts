import { describe, expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../time/instant.ts'
import { aBooking, aVehicle, NOON } from '../booking/booking-fixture.ts'
import type { Booking } from '../booking/booking.ts'
import { unknownEquipment } from '../connector/equipment.ts'
import type { Vehicle } from '../vehicle/vehicle.ts'
import { type DemandAround, isPromised, type Outlet, sessionOf } from './session-of.ts'
import { SLOT_MS } from './slots.ts'

const kWh = (count: number) => ({ kind: 'energy', energyWh: count * 1_000 }) as const
const pole: Outlet = {
  equipment: { standard: 'IEC_62196_T2', powerType: 'AC_3_PHASE', maxPowerW: 22_000 },
  status: 'Available',
  feederId: 'north',
  phaseRotation: 'RST',
}
const around = (
  words: {
    outlet?: Partial<Outlet>
    vehicle?: Partial<Vehicle>
    charged?: { energyWh: number; socPct?: number | null }
    now?: number
  } = {},
): DemandAround => ({
  now: words.now ?? NOON,
  voltageV: 230,
  outlet: () => ({ ...pole, ...words.outlet }),
  vehicle: () => aVehicle(words.vehicle),
  transaction: () =>
    words.charged && {
      energyWh: words.charged.energyWh,
      socPct: words.charged.socPct ?? null,
      state: 'active',
    },
})
const wants = (words: Partial<Booking>, ...site: Parameters<typeof around>) =>
  sessionOf(aBooking({ need: kWh(10), ...words }), around(...site))

describe('a booking that is still ahead', () => {
  test('wants its need within its window, where it is', () => {
    expect(wants({})).toEqual({
      id: aBooking().id,
      arrive: (NOON + HOUR) / SLOT_MS,
      depart: (NOON + 3 * HOUR) / SLOT_MS,
      energyWh: 10_000,
      maxW: 22_000,
      minW: 3 * 6 * 230,
      phases: ['L1', 'L2', 'L3'],
      feederId: 'north',
      priority: 'normal',
      promised: true,
      suspendable: true,
      charging: false,
    })
  })

  test('of a car on one phase draws on the grid’s phase that its charger’s first is wired to', () => {
    const car = { vehicle: { acPhases: 1, maxAcW: 3_680 } as const }
    const vehicleId = aVehicle().id
    expect(wants({ vehicleId }, { ...car, outlet: { phaseRotation: 'STR' } })).toMatchObject({
      phases: ['L2'],
      maxW: 3_680,
      minW: 6 * 230,
    })
  })

  test('on a DC charger has no least power', () => {
    const equipment = { standard: null, powerType: 'DC', maxPowerW: 150_000 } as const
    expect(wants({}, { outlet: { equipment } })).toMatchObject({ maxW: 150_000, minW: 0 })
  })

  test('of a battery to be filled has to be done early, for the last of it goes in slowly', () => {
    const need = { kind: 'soc', batteryWh: 60_000, arrivalPct: 90, departurePct: 100 } as const
    const full = wants({ need })
    expect(full?.depart).toBeLessThan((NOON + 3 * HOUR) / SLOT_MS)
    expect(full?.depart).toBeGreaterThan((NOON + 2 * HOUR) / SLOT_MS)
    // Never so early that it couldn't be done at all.
    const short = wants({ need, departsAt: NOON + HOUR + 20 * MINUTE })
    expect(short && ((short.depart - short.arrive) * short.maxW) / 4).toBeGreaterThanOrEqual(6_666)
  })

  test('whose car is late can begin now at the earliest', () => {
    expect(wants({}, { now: NOON + 2 * HOUR })?.arrive).toBe((NOON + 2 * HOUR) / SLOT_MS)
  })

  test('that waits for a place, is over, or has a car that takes nothing there wants nothing', () => {
    expect(wants({ stationId: null, connectorId: null })).toBeNull()
    for (const state of ['left', 'noShow', 'cancelled', 'finished'] as const)
      expect(wants({ state })).toBeNull()
    const dcOnly = { vehicle: { maxAcW: 0 } }
    expect(wants({ vehicleId: aVehicle().id }, dcOnly)).toBeNull()
    expect(wants({}, { now: NOON + 3 * HOUR - MINUTE / 2 })).toBeNull()
  })

  test('on a connector that nobody has described may draw what its need takes', () => {
    const outlet = { equipment: unknownEquipment }
    expect(wants({}, { outlet })?.maxW).toBe(11_000)
    expect(wants({ need: kWh(60) }, { outlet })?.maxW).toBe(30_000)
  })
})

describe('a car that charges', () => {
  const charging = { state: 'charging', transactionId: 'T', arrivedAt: NOON } as const

  test('wants what is left of its need', () => {
    expect(wants(charging, { charged: { energyWh: 4_000 } })?.energyWh).toBe(6_000)
    expect(wants(charging, { charged: { energyWh: 10_000 } })).toBeNull()
  })

  test('is known to draw only while its charger says so: one that may not be paused goes on then', () => {
    const status = (word: Outlet['status']) =>
      wants(charging, { charged: { energyWh: 0 }, outlet: { status: word } })?.charging
    expect(status('Charging')).toBe(true)
    expect(status('SuspendedEVSE')).toBe(false)
  })

  test('without a need takes what it gets, no more than its battery holds, and that isn’t promised', () => {
    const free = { ...charging, need: null, vehicleId: aVehicle().id, departsAt: NOON + 2 * HOUR }
    expect(wants(free, { charged: { energyWh: 4_000 } })).toMatchObject({
      energyWh: 44_000,
      promised: false,
    })
    const battery = { vehicle: { batteryWh: 50_000 }, charged: { energyWh: 4_000, socPct: 82 } }
    expect(wants(free, battery)?.energyWh).toBe(10_000)
  })

  test('without a need that has paused by itself is full', () => {
    const full = { charged: { energyWh: 4_000 }, outlet: { status: 'SuspendedEV' } as const }
    expect(wants({ ...charging, need: null }, full)).toBeNull()
    expect(wants(charging, full)?.energyWh).toBe(6_000)
  })

  test('that stays too long may go on for an hour, but isn’t promised anything any more', () => {
    const now = NOON + 4 * HOUR
    const session = wants(charging, { now, charged: { energyWh: 4_000 } })
    expect(session).toMatchObject({ depart: (now + HOUR) / SLOT_MS, promised: false })
  })
})

test('what was taken in although it couldn’t be promised isn’t', () => {
  expect(isPromised(aBooking({ need: kWh(1) }), NOON)).toBe(true)
  expect(isPromised(aBooking({ need: kWh(1), overbooked: 'The mayor comes' }), NOON)).toBe(false)
})
