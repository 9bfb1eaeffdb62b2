/** One simulated charger's place in its day, changed as its messages go out and are answered. */
export type Traffic = {
  index: number
  position: number
  registerWh: number
  transactionId: number
  /** The last timestamp used; every message gets a later one. */
  at: number
}

export type Message = { action: string; payload: object }

/** The id token of every charger in a benchmark; the hub is told to accept it. */
export const BENCH_TOKEN = 'BENCH-TOKEN'

const METER_VALUES = 22
const STEPS = [
  'Preparing',
  'Authorize',
  'StartTransaction',
  'Charging',
  ...Array.from({ length: METER_VALUES }, () => 'MeterValues'),
  'StopTransaction',
  'Finishing',
  'Available',
  'Heartbeat',
] as const

/** Messages of one whole session: 73 % meter values, 13 % statuses, the rest once each. */
export const SESSION_LENGTH = STEPS.length

/** A charger that has sent nothing yet. */
export function newTraffic(index: number, now: number): Traffic {
  return { index, position: 0, registerWh: 1_000_000 + index, transactionId: -1, at: now }
}

/** What a charger says when it comes up. */
export function bootMessage(index: number): Message {
  return {
    action: 'BootNotification',
    payload: {
      chargePointVendor: 'Bench',
      chargePointModel: 'Load 22',
      chargePointSerialNumber: `B${index}`,
      firmwareVersion: '1.0',
    },
  }
}

/** The charger's next message; session follows session without end. */
export function nextMessage(traffic: Traffic, now: number): Message {
  const step = STEPS[traffic.position % STEPS.length] ?? 'Heartbeat'
  traffic.position += 1
  traffic.at = Math.max(now, traffic.at + 1)
  const timestamp = new Date(traffic.at).toISOString()
  switch (step) {
    case 'Heartbeat':
      return { action: step, payload: {} }
    case 'Authorize':
      return { action: step, payload: { idTag: BENCH_TOKEN } }
    case 'StartTransaction':
      return {
        action: step,
        payload: {
          connectorId: 1,
          idTag: BENCH_TOKEN,
          meterStart: traffic.registerWh,
          timestamp,
        },
      }
    case 'MeterValues':
      return { action: step, payload: meterValues(traffic, timestamp) }
    case 'StopTransaction':
      return {
        action: step,
        payload: {
          transactionId: traffic.transactionId,
          idTag: BENCH_TOKEN,
          meterStop: traffic.registerWh,
          timestamp,
          reason: 'Local',
        },
      }
    default:
      return {
        action: 'StatusNotification',
        payload: { connectorId: 1, errorCode: 'NoError', status: step, timestamp },
      }
  }
}

/** What an AC charger on three phases tells every few seconds. */
function meterValues(traffic: Traffic, timestamp: string): object {
  traffic.registerWh += 31
  const context = 'Sample.Periodic'
  const amperes = (phase: string, value: string) => ({
    value,
    context,
    measurand: 'Current.Import',
    phase,
    unit: 'A',
  })
  return {
    connectorId: 1,
    transactionId: traffic.transactionId,
    meterValue: [
      {
        timestamp,
        sampledValue: [
          {
            value: String(traffic.registerWh),
            context,
            measurand: 'Energy.Active.Import.Register',
            unit: 'Wh',
          },
          { value: '11040', context, measurand: 'Power.Active.Import', unit: 'W' },
          amperes('L1', '16.0'),
          amperes('L2', '15.9'),
          amperes('L3', '16.1'),
        ],
      },
    ],
  }
}
