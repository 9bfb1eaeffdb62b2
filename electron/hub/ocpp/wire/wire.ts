/** Where chargers knock: a port, and the WebSockets that came of the upgrades asked for there. */
export interface Wire {
  /** Starts to listen; whoever asks for an upgrade is handed to `onKnock`. @returns the port. @throws PortTaken, NoSuchAddress */
  listen(port: number, host: string | null, onKnock: (knock: Knock) => void): Promise<number>
  /** Lets nobody in any more and ends what is still open. */
  close(): Promise<void>
}

/** What a wire allows. */
export interface WireLimits {
  /** Longest message, bytes; more closes the socket with 1009. */
  readonly maxPayloadBytes: number
  /** Bytes a charger may leave unread before that is told as `overflowed`. */
  readonly unreadBytes: number
}

/** What an upgrade asks for. */
export interface KnockRequest {
  /** As in the request line, undecoded. */
  readonly url: string
  /** The address that somebody connects from. */
  readonly address: string
  /** Whether the request came over TLS. */
  readonly secure: boolean
  readonly authorization: string | undefined
  /** The subprotocols offered, as the header lists them. */
  readonly subprotocols: string | undefined
}

/** An HTTP upgrade that waits for an answer. */
export interface Knock extends KnockRequest {
  /** Whether who knocked has left, as far as is known. */
  readonly gone: boolean
  /** Calls back when who knocked leaves before an answer. */
  onGone(callback: () => void): void
  /** One short HTTP answer, then the connection is closed. */
  refuse(status: RefusalStatus): void
  /** Completes the handshake, with the wire's subprotocol where it is offered. */
  accept(): Line
}

export type RefusalStatus = 401 | 404 | 409 | 500 | 503

/** One open WebSocket. What is said to one that has closed meanwhile goes nowhere. */
export interface Line {
  readonly open: boolean
  /** Who is told of what comes; to be set in the turn in which the line was accepted. */
  listen(listener: LineListener): void
  send(text: string): void
  ping(): void
  /** The closing handshake. */
  close(code: number, why: string): void
  /** Cuts the connection; `closed` follows. */
  terminate(): void
  /** Stops and resumes reading. */
  pause(): void
  resume(): void
}

export interface LineListener {
  text(text: string): void
  /** A binary message of so many bytes. */
  binary(bytes: number): void
  /** A ping or a pong. */
  heard(): void
  /** It broke the WebSocket protocol, or sent too long a message; it is being closed. */
  failed(reason: LineFailure): void
  /** More is waiting to be sent than it may leave unread. */
  overflowed(): void
  closed(code: number): void
}

/** The one subprotocol spoken (OCPP-J 1.6 §3.1.2). */
export const SUBPROTOCOL = 'ocpp1.6'

/** WebSocket close code of a connection that ended without one (RFC 6455 §7.1.5). */
export const ABNORMAL_CLOSURE = 1006

export type LineFailure = 'tooLarge' | 'notWebSocket'
