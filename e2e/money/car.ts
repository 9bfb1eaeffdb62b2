import { toIso } from '../../shared/time/instant.ts'
import { connectThirdParty } from '../fixtures/third-party.ts'
import { PASSWORD, type PracticeDesk, type Visit } from './practice-desk.ts'

/** A car at a kiosk whose every word is another project's OCPP client's. */
export interface Car {
  /** Begins to charge at a register of 1 kWh. */
  start(): Promise<void>
  /** Tells that so much has been charged, Wh. */
  charged(energyWh: number): Promise<void>
  /** Ends with so much charged, Wh, and drives off. */
  leave(energyWh: number): Promise<void>
}

/** The register when a car comes, Wh. */
const FROM_WH = 1_000

/** Plugs a car in at the kiosk of a visit. */
export async function plugIn({ ready }: PracticeDesk, visit: Visit): Promise<Car> {
  const { chargePointId } = visit
  const line = await connectThirdParty({
    ...{ ocpp: ready.ocpp, chargePointId, password: PASSWORD },
    reconnect: false,
  })
  for (const command of ['ReserveNow', 'CancelReservation', 'SetChargingProfile'])
    line.onCall(command, () => ({ status: 'Accepted' }))
  line.onCall('ClearChargingProfile', () => ({ status: 'Accepted' }))
  const now = () => toIso(Date.now())
  const status = (word: string) =>
    line.call('StatusNotification', {
      ...{ connectorId: 1, errorCode: 'NoError', status: word, timestamp: now() },
    })
  let transactionId = 0
  await line.call('BootNotification', { chargePointVendor: 'Other', chargePointModel: 'Kiosk' })
  await status('Preparing')
  return {
    async start() {
      const payload = { connectorId: 1, idTag: 'CARD', meterStart: FROM_WH, timestamp: now() }
      transactionId = Number(Object(await line.call('StartTransaction', payload)).transactionId)
      await status('Charging')
    },
    async charged(energyWh) {
      await line.call('MeterValues', {
        ...{ connectorId: 1, transactionId },
        meterValue: [
          { timestamp: now(), sampledValue: [{ value: String(FROM_WH + energyWh), unit: 'Wh' }] },
        ],
      })
    },
    async leave(energyWh) {
      await line.call('StopTransaction', {
        ...{ transactionId, meterStop: FROM_WH + energyWh, timestamp: now() },
      })
      await status('Available')
      await line.close()
    },
  }
}
