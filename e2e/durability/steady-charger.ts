import { randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'
import { basicAuthorization } from '../fixtures/charge-point.ts'

/** A message of a charger's day. A start's answer numbers the session's later messages. */
export type Sent =
  | { action: 'StartTransaction'; at: number; registerWh: number }
  | { action: 'MeterValues'; at: number; registerWh: number; transactionId: number }
  | { action: 'StopTransaction'; at: number; registerWh: number; transactionId: number }
  | { action: 'StatusNotification'; at: number; status: string }

/** A message the hub has acknowledged, under the message id that was acknowledged. */
export type Acknowledged = { messageId: string; message: Sent; answer: unknown }

/** A charger that paces its messages, keeps what is not acknowledged, and comes back by itself. */
export type SteadyCharger = {
  acknowledged: Acknowledged[]
  /** How often a message was sent again under a new id because its answer never came. */
  resent: () => number
  /** CALLERRORs received; a hub that stores everything sends none. */
  errors: string[]
  /** Finishes the session under way, waits for the last acknowledgement and goes. */
  finish: () => Promise<void>
}

export type SteadyOptions = {
  chargePointId: string
  password: string
  idTag: string
  /** Where the hub is now: it moves when it is started again. */
  ocpp: () => string
  /** Time between two messages while nothing holds them up. */
  paceMs: number
  onAcknowledged: () => void
}

const METER_VALUES = 12
const RECONNECT_MS = 40

/** Connects a steady charger, which sends until it is told to finish. */
export function steadyCharger(options: SteadyOptions): SteadyCharger {
  const acknowledged: Acknowledged[] = []
  const errors: string[] = []
  let resent = 0
  let socket: WebSocket | null = null
  let waiting: { messageId: string; message: Sent } | null = null
  let position = 0
  let registerWh = 5_000
  let transactionId = -1
  let lastAt = 0
  let finishing = false
  let over = false
  let done: () => void = () => {}
  const finished = new Promise<void>((resolve) => (done = resolve))

  function connect(): void {
    const opening = new WebSocket(`${options.ocpp()}/${options.chargePointId}`, ['ocpp1.6'], {
      headers: { authorization: basicAuthorization(options.chargePointId, options.password) },
    })
    opening.on('open', () => {
      socket = opening
      opening.send(JSON.stringify([2, randomUUID(), 'BootNotification', BOOT]))
      if (waiting !== null) {
        resent += 1
        transmit(opening, waiting.message)
      } else {
        next()
      }
    })
    opening.on('message', (data: Buffer) => receive(data.toString()))
    opening.on('error', () => {})
    opening.on('close', () => {
      if (socket === opening) socket = null
      if (!over) setTimeout(connect, RECONNECT_MS)
    })
  }

  function transmit(to: WebSocket, message: Sent): void {
    const messageId = randomUUID()
    waiting = { messageId, message }
    to.send(JSON.stringify([2, messageId, message.action, payloadOf(message, options.idTag)]))
  }

  function next(): void {
    if (socket === null || waiting !== null) return
    if (finishing && position === 0) {
      over = true
      socket.close()
      return done()
    }
    lastAt = Math.max(Date.now(), lastAt + 1)
    registerWh += 7
    transmit(socket, messageAt(position, lastAt, registerWh, transactionId))
  }

  function receive(text: string): void {
    const frame: unknown = JSON.parse(text)
    if (!Array.isArray(frame) || waiting === null || frame[1] !== waiting.messageId) return
    if (frame[0] !== 3) errors.push(text)
    const answer: unknown = frame[2]
    acknowledged.push({ ...waiting, answer })
    if (waiting.message.action === 'StartTransaction') transactionId = Object(answer).transactionId
    waiting = null
    position = (position + 1) % SESSION.length
    options.onAcknowledged()
    setTimeout(next, options.paceMs)
  }

  connect()
  return {
    acknowledged,
    errors,
    resent: () => resent,
    finish: () => {
      finishing = true
      return finished
    },
  }
}

const BOOT = { chargePointVendor: 'Steady', chargePointModel: 'S1' }
const SESSION = [
  'Preparing',
  'start',
  'Charging',
  ...Array.from({ length: METER_VALUES }, () => 'meter'),
  'stop',
  'Available',
]

function messageAt(position: number, at: number, registerWh: number, transactionId: number): Sent {
  const step = SESSION[position] ?? 'Available'
  if (step === 'start') return { action: 'StartTransaction', at, registerWh }
  if (step === 'meter') return { action: 'MeterValues', at, registerWh, transactionId }
  if (step === 'stop') return { action: 'StopTransaction', at, registerWh, transactionId }
  return { action: 'StatusNotification', at, status: step }
}

function payloadOf(message: Sent, idTag: string): object {
  const timestamp = new Date(message.at).toISOString()
  switch (message.action) {
    case 'StartTransaction':
      return { connectorId: 1, idTag, meterStart: message.registerWh, timestamp }
    case 'MeterValues': {
      const sampledValue = [{ value: String(message.registerWh), context: 'Sample.Periodic' }]
      const { transactionId } = message
      return { connectorId: 1, transactionId, meterValue: [{ timestamp, sampledValue }] }
    }
    case 'StopTransaction': {
      const { transactionId, registerWh } = message
      return { transactionId, idTag, meterStop: registerWh, timestamp, reason: 'Local' }
    }
    case 'StatusNotification':
      return { connectorId: 1, errorCode: 'NoError', status: message.status, timestamp }
  }
}
