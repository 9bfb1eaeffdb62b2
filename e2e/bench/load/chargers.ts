import { WebSocket } from 'ws'
import { basicAuthorization } from '../../fixtures/charge-point.ts'
import { bootMessage, newTraffic, nextMessage, SESSION_LENGTH } from './traffic.ts'
import type { Message, Traffic } from './traffic.ts'

/** The chargers that one load process holds. */
export type Crowd = {
  /** How many sockets are open now. */
  open: () => number
  /** Times a charger was refused a message, or lost its line, since the crowd came. */
  troubles: () => number
  /** Every charger sends its next message the moment the one before is acknowledged. */
  rush: (durationMs: number) => Promise<Measured>
  /** So many messages a second over all chargers, due whether or not the server keeps up. */
  offer: (perSecond: number, durationMs: number) => Promise<Measured>
  /** One heartbeat from each charger, spread over the time; how many were answered. */
  beat: (durationMs: number) => Promise<Measured>
  close: () => Promise<void>
}

/** Acknowledged messages of one stretch, and the time from due to acknowledged for each, in ms. */
export type Measured = { acknowledged: number; durationMs: number; latenciesMs: number[] }

export type CrowdOptions = {
  ocpp: string
  count: number
  /** Source addresses to spread the sockets over; one has too few ports for very many. */
  localAddresses: string[]
  /** Whether the chargers are also put at different places of their sessions. */
  busy: boolean
}

/** The charge point id and password of a charger by its number, the same wherever they are asked for. */
export function credentialsOf(index: number): { chargePointId: string; password: string } {
  return {
    chargePointId: `BENCH-${String(index).padStart(5, '0')}`,
    password: `bench-password-${String(index).padStart(5, '0')}`,
  }
}

type Charger = {
  socket: WebSocket
  traffic: Traffic
  sequence: number
  outstanding: { id: string; action: string; dueAt: number } | null
  /** When messages fell due that wait for the one outstanding. */
  due: number[]
  answered: ((charger: Charger) => void) | null
}

/** Handshakes under way at once: enough to be quick, few enough for a listen queue. */
const HANDSHAKES = 100

/** Connects and boots so many chargers. Throws when one of them is not let in. */
export async function gather(options: CrowdOptions): Promise<Crowd> {
  const chargers: Charger[] = []
  let troubles = 0
  let latencies: number[] = []
  let counting = false

  function transmit(charger: Charger, { action, payload }: Message, dueAt: number): void {
    charger.sequence += 1
    const id = `${charger.traffic.index}-${charger.sequence}`
    charger.outstanding = { id, action, dueAt }
    charger.socket.send(JSON.stringify([2, id, action, payload]))
  }

  function sendNext(charger: Charger, dueAt: number): void {
    transmit(charger, nextMessage(charger.traffic, Date.now()), dueAt)
  }

  function receive(charger: Charger, data: Buffer): void {
    const { outstanding } = charger
    // A frame begins with its type: [3, is an answer, anything else is not what was hoped for.
    if (outstanding === null || data[1] !== 0x33) {
      troubles += 1
      return
    }
    if (outstanding.action === 'StartTransaction') {
      const frame: unknown = JSON.parse(data.toString())
      const given: unknown = Array.isArray(frame) ? Object(frame[2]).transactionId : undefined
      charger.traffic.transactionId = typeof given === 'number' ? given : 1
    }
    charger.outstanding = null
    if (counting) latencies.push(performance.now() - outstanding.dueAt)
    charger.answered?.(charger)
  }

  async function connect(index: number): Promise<void> {
    const { chargePointId, password } = credentialsOf(index)
    const localAddress = options.localAddresses[index % options.localAddresses.length]
    const socket = new WebSocket(`${options.ocpp}/${chargePointId}`, ['ocpp1.6'], {
      headers: { authorization: basicAuthorization(chargePointId, password) },
      perMessageDeflate: false,
      ...(localAddress === undefined ? {} : { localAddress }),
    })
    const traffic = newTraffic(index, Date.now())
    const charger: Charger = {
      socket,
      traffic,
      sequence: 0,
      outstanding: null,
      due: [],
      answered: null,
    }
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve)
      socket.once('error', reject)
    })
    socket.on('error', () => {})
    socket.on('close', () => (troubles += 1))
    socket.on('message', (data: Buffer) => receive(charger, data))
    chargers.push(charger)
    await acknowledged(charger, bootMessage(index))
    const lead = options.busy ? index % SESSION_LENGTH : 0
    for (let step = 0; step < lead; step += 1) {
      await acknowledged(charger, nextMessage(traffic, Date.now()))
    }
  }

  function acknowledged(charger: Charger, message: Message): Promise<void> {
    return new Promise((resolve) => {
      charger.answered = () => {
        charger.answered = null
        resolve()
      }
      transmit(charger, message, performance.now())
    })
  }

  async function measure(durationMs: number, until: () => Promise<void>): Promise<Measured> {
    latencies = []
    counting = true
    const from = performance.now()
    await until()
    counting = false
    const measured = {
      acknowledged: latencies.length,
      durationMs: Math.max(durationMs, performance.now() - from),
      latenciesMs: latencies,
    }
    for (const charger of chargers) {
      charger.answered = null
      charger.due = []
    }
    await quiet()
    return measured
  }

  /** Waits until nobody waits for an answer any more. */
  async function quiet(): Promise<void> {
    while (chargers.some(({ outstanding }) => outstanding !== null)) await pause(5)
  }

  let next = 0
  const connectNext = async (): Promise<void> => {
    while (next < options.count) {
      next += 1
      await connect(next - 1)
    }
  }
  await Promise.all(Array.from({ length: HANDSHAKES }, connectNext))

  return {
    open: () => chargers.filter(({ socket }) => socket.readyState === WebSocket.OPEN).length,
    troubles: () => troubles,
    rush: (durationMs) =>
      measure(durationMs, async () => {
        for (const charger of chargers) {
          charger.answered = () => sendNext(charger, performance.now())
          sendNext(charger, performance.now())
        }
        await pause(durationMs)
      }),
    offer: (perSecond, durationMs) =>
      measure(durationMs, () =>
        spread(chargers, perSecond, durationMs, (charger, dueAt) => sendNext(charger, dueAt)),
      ),
    beat: (durationMs) =>
      measure(durationMs, async () => {
        const perSecond = (chargers.length * 1000) / durationMs
        await spread(chargers, perSecond, durationMs, (charger, dueAt) =>
          transmit(charger, { action: 'Heartbeat', payload: {} }, dueAt),
        )
        await quiet()
      }),
    close: async () => {
      await Promise.all(
        chargers.map(
          ({ socket }) =>
            new Promise<void>((resolve) => {
              socket.once('close', () => resolve())
              socket.close(1000)
            }),
        ),
      )
    },
  }
}

/**
 * Makes messages due at a steady rate, charger after charger. One that falls due while its charger
 * waits for an answer goes out late, and its latency counts from when it was due.
 */
async function spread(
  chargers: Charger[],
  perSecond: number,
  durationMs: number,
  send: (charger: Charger, dueAt: number) => void,
): Promise<void> {
  const from = performance.now()
  const total = Math.round((perSecond * durationMs) / 1000)
  for (const charger of chargers) {
    charger.answered = () => {
      const dueAt = charger.due.shift()
      if (dueAt !== undefined) send(charger, dueAt)
    }
  }
  for (let sent = 0; sent < total;) {
    const now = performance.now()
    for (; sent < total; sent += 1) {
      const dueAt = from + (sent * 1000) / perSecond
      if (dueAt > now) break
      const charger = chargers[sent % chargers.length]
      if (charger === undefined) break
      if (charger.outstanding === null) send(charger, dueAt)
      else charger.due.push(dueAt)
    }
    await pause(1)
  }
  while (chargers.some(({ due, outstanding }) => due.length > 0 || outstanding !== null)) {
    await pause(5)
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
