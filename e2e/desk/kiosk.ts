import { z } from 'zod'
import { toIso } from '../../shared/time/instant.ts'
import { type Console, startConsole } from '../app.ts'
import { connectThirdParty } from '../fixtures/third-party.ts'
import { ask, english } from '../walk/desk.ts'

const PASSWORD = 'correct horse battery'

const made = z.object({ id: z.string() })
const madeStation = z.object({ station: made })
const madeTariff = z.object({ tariff: made })
const toldToStart = z.object({ idTag: z.string(), connectorId: z.int() })

/** A connector whose every word is another project's OCPP client's, and whose car does as it is told. */
export interface Kiosk {
  readonly stationId: string
  /** Whether it says no to every start. */
  refuses: boolean
  /** What it was told to start with, so far. */
  readonly starts: readonly z.infer<typeof toldToStart>[]
  /** The driver pulls the cable in or out. */
  status(word: 'Available' | 'Preparing' | 'Finishing'): Promise<void>
  /** Tells that so much has been charged, Wh, and what flows now, W, where it is told. */
  charged(energyWh: number, powerW?: number): Promise<void>
}

/** A site with kiosks, at 4.00 a kWh, and nothing else. */
export interface KioskSite extends Console {
  /** Puts up a kiosk with a free connector; a car that is there begins to charge when it is told to. */
  kiosk(name: string): Promise<Kiosk>
}

export async function kioskSite(): Promise<KioskSite> {
  const site = await startConsole({ env: english })
  const { ready } = site
  const ocpi = {
    ...{ currency: 'SEK', tax_included: 'YES' },
    elements: [{ price_components: [{ type: 'ENERGY', price: 4, vat: 25, step_size: 1 }] }],
  }
  const { tariff } = madeTariff.parse(await ask(ready, 'POST', '/tariffs', { name: 'Desk', ocpi }))
  await ask(ready, 'POST', '/tariff-assignments', { tariffId: tariff.id })
  return { ...site, kiosk: (name) => putUp(site, name) }
}

/** Puts up a kiosk with a free connector; a car that is there begins to charge when it is told to. */
export async function putUp({ ready }: Pick<Console, 'ready'>, name: string): Promise<Kiosk> {
  const chargePointId = name.toUpperCase().replaceAll(' ', '-')
  const words = { chargePointId, name, password: PASSWORD }
  const { station } = madeStation.parse(await ask(ready, 'POST', '/stations', words))
  const line = await connectThirdParty({
    ...{ ocpp: ready.ocpp, chargePointId, password: PASSWORD, reconnect: false },
  })
  const starts: z.infer<typeof toldToStart>[] = []
  let plugged = false
  let transactionId = 0
  let meterWh = 1_000
  let starting: Promise<void> = Promise.resolve()
  const now = () => toIso(Date.now())
  const status = (word: string) =>
    line.call('StatusNotification', {
      ...{ connectorId: 1, errorCode: 'NoError', status: word, timestamp: now() },
    })
  const start = async (): Promise<void> => {
    const told = starts.at(-1)
    if (!plugged || told === undefined || transactionId !== 0) return
    const payload = { ...told, meterStart: meterWh, timestamp: now() }
    transactionId = Number(Object(await line.call('StartTransaction', payload)).transactionId)
    await status('Charging')
  }
  const stop = async (): Promise<void> => {
    await line.call('StopTransaction', {
      ...{ transactionId, meterStop: meterWh, timestamp: now(), reason: 'Remote' },
    })
    transactionId = 0
    starts.length = 0
    await status('Finishing')
  }
  line.onCall('RemoteStartTransaction', (payload) => {
    if (kiosk.refuses) return { status: 'Rejected' }
    starts.push(toldToStart.parse(payload))
    starting = start()
    return { status: 'Accepted' }
  })
  line.onCall('RemoteStopTransaction', () => {
    void stop()
    return { status: 'Accepted' }
  })
  await line.call('BootNotification', { chargePointVendor: 'Other', chargePointModel: 'Kiosk' })
  await status('Available')
  await ask(ready, 'PUT', `/stations/${station.id}/connectors/1/equipment`, {
    ...{ standard: 'IEC_62196_T2', powerType: 'AC_3_PHASE', maxPowerW: 22_000 },
  })
  const registers = (energyWh: number, powerW?: number) => [
    { value: String(energyWh), unit: 'Wh' },
    ...(powerW === undefined
      ? []
      : [{ value: String(powerW), unit: 'W', measurand: 'Power.Active.Import' }]),
  ]
  const kiosk: Kiosk = {
    stationId: station.id,
    refuses: false,
    starts,
    async status(word) {
      plugged = word !== 'Available'
      await status(word)
      starting = start()
      await starting
    },
    async charged(energyWh, powerW) {
      // The car charges once the hub has given its transaction a number.
      await starting
      meterWh += energyWh
      await line.call('MeterValues', {
        ...{ connectorId: 1, transactionId },
        meterValue: [{ timestamp: now(), sampledValue: registers(meterWh, powerW) }],
      })
    },
  }
  return kiosk
}
