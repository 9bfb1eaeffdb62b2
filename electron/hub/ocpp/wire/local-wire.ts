import { createServer, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { listen } from '../../listen.ts'
import {
  ABNORMAL_CLOSURE,
  SUBPROTOCOL,
  type Knock,
  type Line,
  type LineFailure,
  type RefusalStatus,
  type Wire,
  type WireLimits,
} from './wire.ts'

/** What ws says of a frame it can't take: it then closes the socket with 1009, 1007 or 1002. */
const FAILURE_OF_ERROR: ReadonlyMap<unknown, LineFailure> = new Map([
  ['WS_ERR_UNSUPPORTED_MESSAGE_LENGTH', 'tooLarge'],
  ['WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH', 'tooLarge'],
  ['WS_ERR_INVALID_UTF8', 'notWebSocket'],
  ['WS_ERR_INVALID_OPCODE', 'notWebSocket'],
  ['WS_ERR_EXPECTED_MASK', 'notWebSocket'],
  ['WS_ERR_EXPECTED_FIN', 'notWebSocket'],
  ['WS_ERR_UNEXPECTED_RSV_1', 'notWebSocket'],
  ['WS_ERR_UNEXPECTED_RSV_2_3', 'notWebSocket'],
  ['WS_ERR_INVALID_CONTROL_PAYLOAD_LENGTH', 'notWebSocket'],
  ['WS_ERR_INVALID_CLOSE_CODE', 'notWebSocket'],
])

const REASONS: Readonly<Record<RefusalStatus, string>> = {
  401: 'Unauthorized',
  404: 'Not Found',
  409: 'Conflict',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

/** A wire whose sockets live in this thread. */
export function localWire(limits: WireLimits): Wire {
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.maxPayloadBytes,
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  })
  const server = createServer((_request, response) => {
    response.writeHead(426, { 'content-type': 'text/plain' })
    response.end(
      `This is where chargers connect, by WebSocket with the subprotocol ${SUBPROTOCOL}.\n`,
    )
  })

  /** Upgrades not let in: the server doesn't count them as its connections, yet waits for them. */
  const waiting = new Set<Duplex>()

  const knockOf = (request: IncomingMessage, socket: Duplex, head: Buffer): Knock => ({
    url: request.url ?? '',
    address: addressOf(request),
    secure: 'encrypted' in request.socket && request.socket.encrypted === true,
    authorization: request.headers.authorization,
    subprotocols: request.headers['sec-websocket-protocol'],
    get gone() {
      return socket.destroyed
    },
    onGone: (callback) => void socket.once('close', callback),
    refuse: (status) => refuse(socket, status),
    accept() {
      let line: Line | undefined
      waiting.delete(socket)
      // It calls back before it returns, or never: then it has answered what was wrong with the handshake.
      sockets.handleUpgrade(request, socket, head, (opened) => (line = lineOn(opened, limits)))
      return line ?? stillborn
    },
  })

  return {
    listen(port, host, onKnock) {
      server.on('upgrade', (request, socket, head) => {
        socket.on('error', () => socket.destroy())
        waiting.add(socket)
        socket.once('close', () => waiting.delete(socket))
        onKnock(knockOf(request, socket, head))
      })
      return listen(server, port, host, '--ocpp-port')
    },
    close() {
      return new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
        for (const socket of waiting) socket.destroy()
      })
    },
  }
}

function lineOn(socket: WebSocket, { unreadBytes }: WireLimits): Line {
  let overflowed = (): void => undefined
  return {
    get open() {
      return socket.readyState === socket.OPEN
    },
    listen(listener) {
      overflowed = () => listener.overflowed()
      socket.on('message', (data: Buffer, isBinary: boolean) => {
        if (isBinary) listener.binary(data.length)
        else listener.text(data.toString('utf8'))
      })
      socket.on('pong', () => listener.heard())
      socket.on('ping', () => listener.heard())
      // A socket in error is closed by ws itself; the close is told below.
      socket.on('error', (error) => {
        const failure = 'code' in error ? FAILURE_OF_ERROR.get(error.code) : undefined
        if (failure !== undefined) listener.failed(failure)
      })
      socket.on('close', (code: number) => listener.closed(code))
    },
    send(text) {
      if (socket.readyState !== socket.OPEN) return
      socket.send(text)
      if (socket.bufferedAmount > unreadBytes) overflowed()
    },
    ping() {
      if (socket.readyState === socket.OPEN) socket.ping()
    },
    close: (code, why) => socket.close(code, why),
    terminate: () => socket.terminate(),
    pause: () => socket.pause(),
    resume: () => socket.resume(),
  }
}

/** A line whose handshake could not be completed. */
const stillborn: Line = {
  open: false,
  listen: (listener) => queueMicrotask(() => listener.closed(ABNORMAL_CLOSURE)),
  send: () => undefined,
  ping: () => undefined,
  close: () => undefined,
  terminate: () => undefined,
  pause: () => undefined,
  resume: () => undefined,
}

function refuse(socket: Duplex, status: RefusalStatus): void {
  if (socket.destroyed) return
  const challenge = status === 401 ? 'WWW-Authenticate: Basic realm="ocpp"\r\n' : ''
  socket.once('finish', () => socket.destroy())
  socket.end(
    `HTTP/1.1 ${status} ${REASONS[status]}\r\n${challenge}Connection: close\r\nContent-Length: 0\r\n\r\n`,
  )
}

function addressOf(request: IncomingMessage): string {
  const address = request.socket.remoteAddress ?? ''
  return address.startsWith('::ffff:') ? address.slice(7) : address
}
