import { z } from 'zod'
import {
  chargingProfile,
  type ChargingProfile,
} from '../../../../shared/domain/charging-profile/charging-profile.ts'
import { toIso } from '../../../../shared/time/instant.ts'
import { PASSWORD } from '../../ocpp/server/test-bench/fresh-hub.ts'
import { wireCharger } from '../../ocpp/server/test-bench/wire-charger.ts'

/** What it answers to a call; undefined for nothing at all. */
export type Answers = (action: string, payload: unknown) => object | undefined

/** A charge point that answers as a test says and keeps what it has taken. */
export interface ScriptedCharger {
  /** Every profile it was sent, taken or not, the oldest first. */
  readonly sent: { connectorId: number; profile: ChargingProfile }[]
  /** The action and payload of every call, the oldest first. */
  readonly calls: { action: string; payload: unknown }[]
  /** Replaces how it answers. */
  answers: Answers
  /** Answers what was left without an answer last. */
  answerLast(): void
  status(connectorId: number, status: string): Promise<void>
  /** @returns the number of the transaction */
  start(connectorId: number, idTag: string): Promise<number>
  stop(transactionId: number): Promise<void>
  /** Tells the power it delivers, W, as measured at that moment. */
  measure(connectorId: number, transactionId: number, powerW: number, at: number): Promise<void>
  close(): Promise<void>
}

/** What a charge point with all of smart charging says of itself. */
export const ABLE: Readonly<Record<string, string>> = {
  SupportedFeatureProfiles: 'Core,SmartCharging',
  ChargeProfileMaxStackLevel: '3',
  ChargingScheduleAllowedChargingRateUnit: 'Current',
  ChargingScheduleMaxPeriods: '24',
  MaxChargingProfilesInstalled: '10',
}

export interface ScriptedOptions {
  readonly answers?: Answers
  readonly boots?: boolean
  readonly firmware?: string
}

/** The limits of each profile that it was sent for a purpose, the oldest first. */
export function limitsOf(
  { sent }: ScriptedCharger,
  purpose: ChargingProfile['chargingProfilePurpose'],
  connectorId = 1,
): number[][] {
  return sent
    .filter(
      (one) => one.connectorId === connectorId && one.profile.chargingProfilePurpose === purpose,
    )
    .map(({ profile }) => profile.chargingSchedule.chargingSchedulePeriod.map(({ limit }) => limit))
}

const setProfile = z.object({ connectorId: z.int(), csChargingProfiles: chargingProfile })
const started = z.object({ transactionId: z.int() })

/** Takes everything, and tells that configuration. */
export function obedient(configuration: Readonly<Record<string, string>> = ABLE): Answers {
  return (action) => {
    if (action !== 'GetConfiguration') return { status: 'Accepted' }
    const keys = Object.entries(configuration)
    return {
      configurationKey: keys.map(([key, value]) => ({ key, value, readonly: true })),
      unknownKey: [],
    }
  }
}

/** Connects, boots unless told otherwise, and answers from then on. */
export async function scriptedCharger(
  url: string,
  chargePointId: string,
  options: ScriptedOptions = {},
): Promise<ScriptedCharger> {
  const wire = await wireCharger(url, chargePointId, { password: PASSWORD })
  const charger: ScriptedCharger = {
    sent: [],
    calls: [],
    answers: options.answers ?? obedient(),
    async status(connectorId, status) {
      await wire.call('StatusNotification', { connectorId, errorCode: 'NoError', status })
    },
    async start(connectorId, idTag) {
      const timestamp = toIso(Date.now())
      const payload = { connectorId, idTag, meterStart: 0, timestamp }
      const [, , answer] = await wire.call('StartTransaction', payload)
      return started.parse(answer).transactionId
    },
    async stop(transactionId) {
      const payload = { transactionId, meterStop: 0, timestamp: toIso(Date.now()) }
      await wire.call('StopTransaction', payload)
    },
    async measure(connectorId, transactionId, powerW, at) {
      const value = { value: String(powerW), measurand: 'Power.Active.Import', unit: 'W' }
      const meterValue = [{ timestamp: toIso(at), sampledValue: [value] }]
      await wire.call('MeterValues', { connectorId, transactionId, meterValue })
    },
    answerLast() {
      const { id, action, payload } = last
      wire.send(JSON.stringify([3, id, charger.answers(action, payload)]))
    },
    close: () => wire.close(),
  }
  let last: { id: unknown; action: string; payload: unknown } = { id: '', action: '', payload: {} }
  void answerAll()
  if (options.boots !== false) {
    const { firmware = '1.0' } = options
    const identity = { chargePointVendor: 'V', chargePointModel: 'M', firmwareVersion: firmware }
    await wire.call('BootNotification', identity)
  }
  return charger

  async function answerAll(): Promise<void> {
    for (;;) {
      const [, id, action, payload] = await wire.next()
      charger.calls.push({ action: String(action), payload })
      const read = action === 'SetChargingProfile' ? setProfile.parse(payload) : undefined
      if (read !== undefined)
        charger.sent.push({ connectorId: read.connectorId, profile: read.csChargingProfiles })
      const answer = charger.answers(String(action), payload)
      if (answer !== undefined) wire.send(JSON.stringify([3, id, answer]))
      else last = { id, action: String(action), payload }
    }
  }
}
