import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

/** The one subprotocol spoken (OCPP-J 1.6 §3.1.2). */
export const SUBPROTOCOL = 'ocpp1.6'

/** Whether the client offers the subprotocol; each connection says so anew. */
export function offersSubprotocol(header: string | undefined): boolean {
  return (header ?? '').split(',').some((offer) => offer.trim() === SUBPROTOCOL)
}

const REASONS = {
  401: 'Unauthorized',
  404: 'Not Found',
  409: 'Conflict',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
} as const

/** Ends an upgrade that is not to be: one short HTTP answer, then the socket is closed. */
export function refuseUpgrade(socket: Duplex, status: keyof typeof REASONS): void {
  if (socket.destroyed) return
  const challenge = status === 401 ? 'WWW-Authenticate: Basic realm="ocpp"\r\n' : ''
  socket.once('finish', () => socket.destroy())
  socket.end(
    `HTTP/1.1 ${status} ${REASONS[status]}\r\n${challenge}Connection: close\r\nContent-Length: 0\r\n\r\n`,
  )
}

/** The address that somebody connects from. */
export function addressOf(request: IncomingMessage): string {
  const address = request.socket.remoteAddress ?? ''
  return address.startsWith('::ffff:') ? address.slice(7) : address
}

/** Whether the request came over TLS. */
export function isSecure(request: IncomingMessage): boolean {
  return 'encrypted' in request.socket && request.socket.encrypted === true
}
