import { describe, expect, it } from 'vitest'
import { replyTo } from '../command.ts'
import { demoDepot } from '../depot.ts'
import { ASKDAL, KVISTBERG, ORMTORP, TALLMYRA, TALLMYRA_MINI } from '../habit.ts'
import type { Habit } from '../habit.ts'
import { simulationClock } from '../simulation-clock.ts'
import { newStation } from '../station.ts'
import type { Station } from '../station.ts'

const { stations, drivers } = demoDepot('test')
const nothing = { boot() {}, heartbeat() {}, restart() {}, changeKey() {} }

function station(habit: Habit): Station {
  const [spec] = stations
  if (spec === undefined) throw new Error('no station')
  const now = Date.now()
  return newStation({ ...spec, habit }, simulationClock(1, now), now, () => drivers)
}

/** A station whose first connector charges under the transaction 7. */
function charging(habit: Habit): Station {
  const made = station(habit)
  const session = { key: 'k', idTag: 'CARD', meterStartWh: 0, reservationId: null, startedAt: 0 }
  made.connectors = made.connectors.map((connector) =>
    connector.id === 1 ? { ...connector, session } : connector,
  )
  made.queue = { ...made.queue, numbers: { k: 7 } }
  return made
}

function ask(at: Station, action: string, payload: object): unknown {
  const reply = replyTo(at, action, payload, nothing)
  return 'error' in reply ? reply.error : Reflect.get(reply.result, 'status')
}

const limit = (changes: object = {}, { connectorId = 1, unit = 'A', periods = 1 } = {}) => ({
  connectorId,
  csChargingProfiles: {
    chargingProfileId: 1,
    stackLevel: 0,
    chargingProfilePurpose: 'TxDefaultProfile',
    chargingProfileKind: 'Relative',
    chargingSchedule: {
      chargingRateUnit: unit,
      chargingSchedulePeriod: Array.from({ length: periods }, (_, index) => ({
        startPeriod: index * 60,
        limit: 10,
      })),
    },
    ...changes,
  },
})
const live = (transactionId: number) =>
  limit({ chargingProfilePurpose: 'TxProfile', transactionId, chargingProfileId: 2 })

describe('a station asked to keep to a profile', () => {
  it('accepts it, tells what it comes to, and lets it go again', () => {
    const asked = station(KVISTBERG)
    expect(ask(asked, 'SetChargingProfile', limit())).toBe('Accepted')
    const reply = replyTo(
      asked,
      'GetCompositeSchedule',
      { connectorId: 1, duration: 600, chargingRateUnit: 'A' },
      nothing,
    )
    expect(reply).toMatchObject({
      result: {
        status: 'Accepted',
        connectorId: 1,
        chargingSchedule: {
          chargingRateUnit: 'A',
          chargingSchedulePeriod: [{ startPeriod: 0, limit: 10, numberPhases: 3 }],
        },
      },
    })
    expect(ask(asked, 'ClearChargingProfile', { id: 1 })).toBe('Accepted')
    expect(ask(asked, 'ClearChargingProfile', { id: 1 })).toBe('Unknown')
  })

  it('takes a charge’s own profile only while that charge runs there', () => {
    const asked = charging(KVISTBERG)
    expect(ask(asked, 'SetChargingProfile', live(8))).toBe('Rejected')
    expect(ask(asked, 'SetChargingProfile', { ...live(7), connectorId: 2 })).toBe('Rejected')
    expect(ask(asked, 'SetChargingProfile', live(7))).toBe('Accepted')
    expect(asked.profiles).toMatchObject([{ connectorId: 1, sessionKey: 'k' }])
  })

  it('rejects a connector it doesn’t have, and what breaks the form', () => {
    const asked = station(KVISTBERG)
    expect(ask(asked, 'SetChargingProfile', limit({}, { connectorId: 9 }))).toBe('Rejected')
    expect(ask(asked, 'SetChargingProfile', { connectorId: 1 })).toBe('FormationViolation')
    expect(ask(asked, 'GetCompositeSchedule', { connectorId: 9, duration: 60 })).toBe('Rejected')
  })

  it.each([
    ['only amperes', TALLMYRA, limit({}, { unit: 'W' }), limit()],
    ['only watts', ASKDAL, limit(), limit({}, { unit: 'W' })],
    [
      'not the highest level it names',
      TALLMYRA,
      limit({ stackLevel: 8 }),
      limit({ stackLevel: 7 }),
    ],
    ['few periods', ORMTORP, limit({}, { periods: 5 }), limit({}, { periods: 4 })],
  ])('of some makes takes %s', (_what, habit, refused, taken) => {
    const asked = station(habit)
    expect(ask(asked, 'SetChargingProfile', refused)).toBe('Rejected')
    expect(ask(asked, 'SetChargingProfile', taken)).toBe('Accepted')
  })

  it('of a make that can’t says so', () => {
    expect(ask(station(TALLMYRA_MINI), 'SetChargingProfile', limit())).toBe('NotImplemented')
  })
})
