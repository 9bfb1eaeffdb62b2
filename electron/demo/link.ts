import { randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'
import { backOffMs } from './back-off.ts'
import { callFrame, errorFrame, readFrame, resultFrame } from './frame.ts'
import type { ErrorCode } from './frame.ts'
import type { Random } from './random.ts'

/** What the hub answered to a CALL; `lost`: nothing, the line went or the time ran out. */
export type Answer =
  | { kind: 'result'; payload: unknown }
  | { kind: 'error'; code: string; description: string }
  | { kind: 'lost' }

/** What the station answers to a CALL of the hub; `afterwards` happens once the answer has been sent. */
export type Reply =
  | { result: object; afterwards?: () => void }
  | { error: ErrorCode; description: string }

/** A station's line to the hub, which comes back by itself until it is ended. */
export type Link = {
  isOpen: () => boolean
  /** One CALL is outstanding at a time; the others wait their turn. */
  call: (action: string, payload: object) => Promise<Answer>
  /** Drops the line and connects again after a while. */
  reconnect: (afterMs: number) => void
  end: () => void
}

export type LinkOptions = {
  /** The whole address, id included. */
  url: string
  chargePointId: string
  /** Asked before every attempt, since the key may have been changed. */
  password: (attempt: number) => Uint8Array
  random: Random
  pingIntervalMs: () => number
  onOpen: () => void
  onLost: () => void
  onCall: (action: string, payload: unknown) => Reply
}

const CALL_TIMEOUT_MS = 30_000
const HANDSHAKE_TIMEOUT_MS = 15_000

type Waiting = { id: string; text: string; resolve: (answer: Answer) => void }

/** Opens a station's line: OCPP-J 1.6 over one WebSocket with Basic authentication. */
export function openLink(options: LinkOptions): Link {
  let socket: WebSocket | null = null
  let attempt = 0
  let ended = false
  let retry: NodeJS.Timeout | undefined
  let ping: NodeJS.Timeout | undefined
  let timeout: NodeJS.Timeout | undefined
  let waiting: Waiting[] = []
  let outstanding: Waiting | null = null

  function connect(): void {
    const user = Buffer.from(`${options.chargePointId}:`)
    const credentials = Buffer.concat([user, options.password(attempt)]).toString('base64')
    const opening = new WebSocket(options.url, ['ocpp1.6'], {
      headers: { authorization: `Basic ${credentials}` },
      handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
      perMessageDeflate: false,
    })
    socket = opening
    opening.on('open', () => {
      attempt = 0
      keepAlive(opening)
      options.onOpen()
    })
    opening.on('message', (data) => receive(opening, data.toString()))
    // The close that follows an error says all there is to know.
    opening.on('error', () => {})
    opening.on('close', () => lose(opening))
  }

  function keepAlive(opened: WebSocket): void {
    let answered = true
    opened.on('pong', () => (answered = true))
    const intervalMs = options.pingIntervalMs()
    if (intervalMs === 0) return
    ping = setInterval(() => {
      if (!answered) return opened.terminate()
      answered = false
      opened.ping()
    }, intervalMs)
  }

  function lose(closed: WebSocket): void {
    if (socket !== closed) return
    socket = null
    clearInterval(ping)
    const left = outstanding === null ? waiting : [outstanding, ...waiting]
    settle(null)
    waiting = []
    for (const { resolve } of left) resolve({ kind: 'lost' })
    options.onLost()
    if (ended) return
    schedule(backOffMs(options.random, attempt))
    attempt += 1
  }

  function schedule(afterMs: number): void {
    clearTimeout(retry)
    retry = setTimeout(connect, afterMs)
  }

  function settle(next: Waiting | null): void {
    clearTimeout(timeout)
    outstanding = next
  }

  function pump(): void {
    if (outstanding !== null || socket?.readyState !== WebSocket.OPEN) return
    const next = waiting.shift()
    if (next === undefined) return
    settle(next)
    timeout = setTimeout(() => answer(next.id, { kind: 'lost' }), CALL_TIMEOUT_MS)
    socket.send(next.text)
  }

  function answer(id: string, given: Answer): void {
    if (outstanding?.id !== id) return
    const { resolve } = outstanding
    settle(null)
    resolve(given)
    pump()
  }

  function receive(from: WebSocket, text: string): void {
    const frame = readFrame(text)
    switch (frame.kind) {
      case 'broken':
        return
      case 'result':
        return answer(frame.id, { kind: 'result', payload: frame.payload })
      case 'error':
        return answer(frame.id, {
          kind: 'error',
          code: frame.code,
          description: frame.description,
        })
      case 'call': {
        const reply = options.onCall(frame.action, frame.payload)
        if ('error' in reply) return from.send(errorFrame(frame.id, reply.error, reply.description))
        from.send(resultFrame(frame.id, reply.result), () => reply.afterwards?.())
      }
    }
  }

  connect()
  return {
    isOpen: () => socket?.readyState === WebSocket.OPEN,
    call: (action, payload) => {
      if (socket?.readyState !== WebSocket.OPEN) return Promise.resolve({ kind: 'lost' })
      const id = randomUUID()
      return new Promise((resolve) => {
        waiting.push({ id, text: callFrame(id, action, payload), resolve })
        pump()
      })
    },
    reconnect: (afterMs) => {
      const dropped = socket
      if (dropped !== null) {
        dropped.close(1000)
        lose(dropped)
      }
      attempt = 0
      schedule(afterMs)
    },
    end: () => {
      ended = true
      clearTimeout(retry)
      socket?.close(1000)
    },
  }
}
