import type { ChargePoint } from '../fixtures/charge-point.ts'
import { connectThirdParty } from '../fixtures/third-party.ts'

/** A charger with one connector whose every word is another project's OCPP client's. */
export type VisitingCharger = {
  /** Comes in (again) at the hub's address with the key it has been given, if any, and boots. */
  arrive: (ocpp: string) => Promise<'Accepted' | 'Pending' | 'Rejected'>
  /** Resolves once the hub has set a key on it. */
  keyed: Promise<void>
  /** The id token of the next remote start, once it has come. */
  startAsked: () => Promise<string>
  /** The transaction of the next remote stop, once it has come. */
  stopAsked: () => Promise<number>
  plugIn: () => Promise<void>
  /** Begins a transaction at a register, Wh; its number. */
  start: (idTag: string, meterStartWh: number) => Promise<number>
  /** Tells register and power, in the units the test wants to be understood. */
  measure: (transactionId: number, values: Measured) => Promise<void>
  stop: (transactionId: number, meterStopWh: number) => Promise<void>
  leave: () => Promise<void>
}

export type Measured = {
  energy: string
  energyUnit: 'Wh' | 'kWh'
  power: string
  powerUnit: 'W' | 'kW'
}

/** A charger that remembers its key, which it may have from the start; it says nothing before it arrives. */
export function visitingCharger(chargePointId: string, key?: string): VisitingCharger {
  let password = key
  const keySet = deferred<void>()
  const starts = deferredQueue<string>()
  const stops = deferredQueue<number>()
  let line: ChargePoint | undefined
  const call = (action: string, payload: object) => {
    if (!line) throw new Error('the charger has not arrived')
    return line.call(action, payload)
  }
  const connect = async (ocpp: string) => {
    line = await connectThirdParty({
      ocpp,
      chargePointId,
      reconnect: false,
      ...(password === undefined ? {} : { password }),
    })
    line.onCall('ChangeConfiguration', (payload) => {
      const told = fields(payload)
      if (told['key'] !== 'AuthorizationKey') return { status: 'NotSupported' }
      password = String(told['value'])
      keySet.resolve()
      return { status: 'Accepted' }
    })
    line.onCall('RemoteStartTransaction', (payload) => {
      starts.push(String(fields(payload)['idTag']))
      return { status: 'Accepted' }
    })
    line.onCall('RemoteStopTransaction', (payload) => {
      stops.push(Number(fields(payload)['transactionId']))
      return { status: 'Accepted' }
    })
  }
  const status = (word: string) =>
    call('StatusNotification', {
      connectorId: 1,
      errorCode: 'NoError',
      status: word,
      timestamp: now(),
    })
  return {
    keyed: keySet.promise,
    startAsked: starts.next,
    stopAsked: stops.next,
    async arrive(ocpp) {
      await line?.close()
      await connect(ocpp)
      const answer = fields(
        await call('BootNotification', {
          chargePointVendor: 'Visitor',
          chargePointModel: 'Third Party 22',
        }),
      )
      return answer['status'] === 'Accepted'
        ? 'Accepted'
        : answer['status'] === 'Pending'
          ? 'Pending'
          : 'Rejected'
    },
    async plugIn() {
      await status('Preparing')
    },
    async start(idTag, meterStart) {
      const begun = fields(
        await call('StartTransaction', { connectorId: 1, idTag, meterStart, timestamp: now() }),
      )
      await status('Charging')
      return Number(begun['transactionId'])
    },
    async measure(transactionId, { energy, energyUnit, power, powerUnit }) {
      await call('MeterValues', {
        connectorId: 1,
        transactionId,
        meterValue: [
          {
            timestamp: now(),
            sampledValue: [
              { value: energy, measurand: 'Energy.Active.Import.Register', unit: energyUnit },
              { value: power, measurand: 'Power.Active.Import', unit: powerUnit },
            ],
          },
        ],
      })
    },
    async stop(transactionId, meterStop) {
      await call('StopTransaction', {
        transactionId,
        meterStop,
        timestamp: now(),
        reason: 'Remote',
      })
      await status('Finishing')
      await status('Available')
    },
    async leave() {
      await line?.close()
      line = undefined
    },
  }
}

const now = () => new Date().toISOString()

function fields(payload: unknown): Record<string, unknown> {
  return typeof payload === 'object' && payload !== null ? { ...payload } : {}
}

function deferred<Value>() {
  let resolve: (value: Value) => void = () => {}
  const promise = new Promise<Value>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

/** Hands out what comes in the order it came, to whoever waits for it in the order they asked. */
function deferredQueue<Value>() {
  const come: Value[] = []
  const waiting: ((value: Value) => void)[] = []
  return {
    push(value: Value) {
      const first = waiting.shift()
      if (first) first(value)
      else come.push(value)
    },
    next: () =>
      new Promise<Value>((resolve) => {
        const first = come.shift()
        if (first === undefined) waiting.push(resolve)
        else resolve(first)
      }),
  }
}
