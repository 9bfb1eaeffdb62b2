import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import * as schemas from 'typed-ocpp/dist/ocpp16/schemas.js'
import { WebSocketServer } from 'ws'
import type { WebSocket } from 'ws'
import { z } from 'zod'

/** A CALL that a station sent, with what the published schema says against it, if anything. */
export type Heard = {
  chargePointId: string
  action: string
  payload: unknown
  fault: string | null
}

/** The other end of the wire in tests: it hears everything and answers as it is told. */
export type HubDouble = {
  ocpp: string
  heard: Heard[]
  /** Sends a CALL and gives the frame it was answered with. */
  call: (action: string, payload: object) => Promise<unknown[]>
  /** How a CALL is answered; by default like a hub that likes everything. */
  answer: (action: string, payload: unknown) => object | 'error' | 'silence'
  /** Which passwords open the door. */
  passwords: Set<string>
  connections: () => number
  drop: () => void
  close: () => void
}

const frame = z.array(z.unknown())
const call = z.tuple([z.literal(2), z.string(), z.string(), z.unknown()])
const ajv = new Ajv({ strict: false, allErrors: true })
formats.default(ajv)

/** Opens a hub double on a free port. */
export async function hubDouble(password: string): Promise<HubDouble> {
  const http = createServer()
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => 'ocpp1.6' })
  const answers = new Map<string, (reply: unknown[]) => void>()
  let current: WebSocket | null = null
  let connections = 0
  let transactions = 1000

  const double: HubDouble = {
    ocpp: '',
    heard: [],
    passwords: new Set([password]),
    answer: (action) => approving(action, () => (transactions += 1)),
    connections: () => connections,
    call: (action, payload) => {
      const id = randomUUID()
      return new Promise((resolve) => {
        answers.set(id, resolve)
        current?.send(JSON.stringify([2, id, action, payload]))
      })
    },
    drop: () => current?.terminate(),
    close: () => {
      current?.terminate()
      http.close()
    },
  }

  http.on('upgrade', (request, socket, head) => {
    const { user, secret } = credentials(request)
    if (!double.passwords.has(secret)) {
      socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (opened) => {
      connections += 1
      current = opened
      opened.on('message', (data) => receive(opened, user, data.toString()))
    })
  })

  function receive(from: WebSocket, chargePointId: string, text: string): void {
    const parts = frame.parse(JSON.parse(text))
    const parsed = call.safeParse(parts)
    if (!parsed.success) return answers.get(String(parts[1]))?.(parts)
    const [, id, action, payload] = parsed.data
    double.heard.push({ chargePointId, action, payload, fault: faultOf(action, payload) })
    const given = double.answer(action, payload)
    if (given === 'silence') return
    from.send(JSON.stringify(given === 'error' ? [4, id, 'InternalError', '', {}] : [3, id, given]))
  }

  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  double.ocpp = `ws://127.0.0.1:${portOf(http.address())}/ocpp`
  return double
}

/** What a hub that is content with everything says. */
export function approving(action: string, nextTransaction: () => number): object {
  const idTagInfo = { status: 'Accepted' }
  switch (action) {
    case 'BootNotification':
      return { status: 'Accepted', interval: 300, currentTime: new Date().toISOString() }
    case 'Heartbeat':
      return { currentTime: new Date().toISOString() }
    case 'Authorize':
    case 'StopTransaction':
      return { idTagInfo }
    case 'StartTransaction':
      return { idTagInfo, transactionId: nextTransaction() }
    default:
      return {}
  }
}

function faultOf(action: string, payload: unknown): string | null {
  const schema: unknown = Reflect.get(schemas, `${action}Request`)
  if (typeof schema !== 'object' || schema === null) return `no schema for ${action}`
  return ajv.validate(schema, payload) ? null : ajv.errorsText()
}

function credentials(request: IncomingMessage): { user: string; secret: string } {
  const given = request.headers.authorization?.replace(/^Basic /, '') ?? ''
  const [user = '', secret = ''] = Buffer.from(given, 'base64').toString().split(':')
  return { user, secret }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('not listening')
  return address.port
}
