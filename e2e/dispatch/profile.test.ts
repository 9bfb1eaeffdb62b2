import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { DAY, HOUR, toIso } from '../../shared/time/instant.ts'
import { dayClock } from '../day/clock.ts'
import type { DayClock } from '../day/clock.ts'
import { startDayHub } from '../day/hub-process.ts'
import type { DayHub } from '../day/hub-process.ts'
import type { ChargePoint } from '../fixtures/charge-point.ts'
import { connectThirdParty } from '../fixtures/third-party.ts'

/** A hub at thirty times the speed: what chargers are given time for passes in a moment. */
const SPEED = 30
const STANDS_AT = Date.UTC(2026, 5, 3, 15)
const PASSWORD = 'correct horse battery'

const started = z.object({ transactionId: z.int() })
const profile = z.object({
  connectorId: z.int(),
  csChargingProfiles: z.object({
    chargingProfileId: z.int(),
    chargingProfilePurpose: z.string(),
    transactionId: z.int().optional(),
    stackLevel: z.int(),
    validTo: z.string().optional(),
    chargingSchedule: z.object({
      startSchedule: z.string(),
      duration: z.int().optional(),
      chargingRateUnit: z.literal('A'),
      chargingSchedulePeriod: z.array(
        z.object({ startPeriod: z.int(), limit: z.number(), numberPhases: z.int() }),
      ),
    }),
  }),
})
type Told = z.infer<typeof profile>

let hub: DayHub
let clock: DayClock
const lines: ChargePoint[] = []

beforeEach(async () => {
  hub = await startDayHub(STANDS_AT, SPEED)
  clock = dayClock(STANDS_AT, SPEED)
  await hub.rest('PATCH', '/site', { gridLimitW: 15_000, reservePct: 0 })
  const words = { chargePointId: 'OTHER-1', password: PASSWORD }
  await hub.rest('POST', '/stations', words)
  // Both go on for as long as the test lasts, and nobody waits for the end.
  void clock.goUntil(STANDS_AT + DAY)
  hub.goUntil(STANDS_AT + DAY).catch(() => undefined)
}, 60_000)
afterEach(async () => {
  for (const line of lines.splice(0)) await line.close().catch(() => undefined)
  await hub.end()
})

/** Connects the station's charger, which takes what it is told; all of it is kept in `told`. */
async function connect(told: Told[]): Promise<ChargePoint> {
  const line = await connectThirdParty({
    ocpp: hub.ocpp,
    chargePointId: 'OTHER-1',
    password: PASSWORD,
    reconnect: false,
  })
  lines.push(line)
  line.onCall('SetChargingProfile', (payload) => {
    told.push(profile.parse(payload))
    return { status: 'Accepted' }
  })
  line.onCall('GetConfiguration', () => ({
    configurationKey: [
      { key: 'SupportedFeatureProfiles', readonly: true, value: 'Core,SmartCharging' },
      { key: 'ChargeProfileMaxStackLevel', readonly: true, value: '8' },
      { key: 'ChargingScheduleAllowedChargingRateUnit', readonly: true, value: 'Current' },
      { key: 'ChargingScheduleMaxPeriods', readonly: true, value: '12' },
    ],
  }))
  line.onCall('GetCompositeSchedule', () => ({ status: 'Rejected' }))
  return line
}

const live = (told: readonly Told[]): Told[] =>
  told.filter(({ csChargingProfiles }) => csChargingProfiles.chargingProfilePurpose === 'TxProfile')

test('a charger of another project is told its default, and each car’s profile with its transaction, again after a lost line', async () => {
  const told: Told[] = []
  const line = await connect(told)
  await line.call('BootNotification', { chargePointVendor: 'Other', chargePointModel: 'One' })
  const status = { connectorId: 1, errorCode: 'NoError', status: 'Preparing' }
  await line.call('StatusNotification', status)
  await vi.waitFor(
    () =>
      expect(told).toMatchObject([
        { connectorId: 1, csChargingProfiles: { chargingProfilePurpose: 'TxDefaultProfile' } },
      ]),
    { timeout: 15_000 },
  )
  const { transactionId } = started.parse(
    await line.call('StartTransaction', {
      ...{ connectorId: 1, idTag: 'CARD', meterStart: 0 },
      timestamp: toIso(clock.now()),
    }),
  )
  await vi.waitFor(() => expect(live(told).length).toBeGreaterThan(0), { timeout: 15_000 })
  const [first] = live(told)
  const { csChargingProfiles: sent } = first ?? { csChargingProfiles: undefined }
  expect(sent).toMatchObject({ transactionId, stackLevel: 8, chargingProfileId: 13 })
  const {
    startSchedule = '',
    duration = 0,
    chargingSchedulePeriod = [],
  } = sent?.chargingSchedule ?? {}
  expect(startSchedule).toMatch(/Z$/)
  expect(Math.abs(Date.parse(startSchedule) - clock.now())).toBeLessThan(HOUR)
  expect(Date.parse(sent?.validTo ?? '')).toBe(Date.parse(startSchedule) + duration * 1_000)
  expect(chargingSchedulePeriod[0]).toMatchObject({ startPeriod: 0, numberPhases: 3 })
  for (const { limit } of chargingSchedulePeriod)
    // 15 kW on three phases.
    expect(limit).toBeLessThanOrEqual(21.8)

  await line.close()
  const toldAgain: Told[] = []
  await connect(toldAgain)
  await vi.waitFor(
    () =>
      expect(live(toldAgain)).toMatchObject([
        { connectorId: 1, csChargingProfiles: { transactionId, chargingProfileId: 13 } },
      ]),
    { timeout: 15_000 },
  )
}, 60_000)
