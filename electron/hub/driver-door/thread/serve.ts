import { createServer, type Server, type ServerOptions } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { DoorLimits } from '../limits.ts'
import { type AnswerParts, answerWith } from './answer.ts'
import type { Certificate } from './certificate.ts'
import { bareRefusal, refusals } from './refusals.ts'

/** The server of the door, not yet listening. */
export interface DoorServer {
  readonly server: Server
  /** Shows another certificate to whoever connects from now on. */
  showCertificate(certificate: Certificate): void
}

/** @param certificate null: without TLS */
export function doorServer(
  parts: AnswerParts,
  limits: DoorLimits,
  certificate: Certificate | null,
): DoorServer {
  const options: ServerOptions = {
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.keepAliveMs,
    connectionsCheckingInterval: Math.min(1_000, limits.headersMs),
    // Strict, so that no two programs in a row see two requests in what is one, or the reverse (RFC 9112 §11.2).
    insecureHTTPParser: false,
    requireHostHeader: true,
    noDelay: true,
  }
  const answer = answerWith(parts)
  const secure =
    certificate === null
      ? null
      : createTlsServer(
          {
            ...options,
            ...pemOf(certificate),
            minVersion: 'TLSv1.2',
            handshakeTimeout: limits.headersMs,
          },
          answer,
        )
  const server = secure ?? createServer(options, answer)
  // All are counted: the size of headers bounds their number.
  server.maxHeadersCount = 0
  server.maxRequestsPerSocket = limits.requestsASocket
  server.timeout = limits.idleMs
  server.on('connection', (socket: Socket) => parts.gate.connected(socket))
  server.on('checkContinue', answer)
  server.on('connect', (_, socket: Duplex) => socket.destroy())
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (socket.writable && error.code !== 'ECONNRESET')
      socket.end(bareRefusal(refusalOf(error.code), secure !== null))
    else socket.destroy()
  })
  return {
    server,
    showCertificate: (next) => secure?.setSecureContext({ ...pemOf(next), minVersion: 'TLSv1.2' }),
  }
}

function pemOf({ cert, key }: Certificate): { cert: Buffer; key: Buffer } {
  return { cert, key }
}

function refusalOf(code: string | undefined) {
  if (code === 'HPE_HEADER_OVERFLOW') return refusals.longHeaders
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? refusals.tooSlow : refusals.badRequest
}
