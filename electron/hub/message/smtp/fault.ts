import type { Delivery } from '../../../../shared/domain/message/delivery.ts'
import type { MessageFault } from '../../../../shared/domain/message/message.ts'

/** How far a letter had come when it failed. */
export type Stage = 'connect' | 'login' | 'envelope' | 'handedOver'

/** What of an error tells why. */
interface SmtpError {
  readonly message: string
  readonly code: string
  /** The system's own code, such as ECONNREFUSED. */
  readonly systemCode: string
  /** The server's last words; empty where it said nothing. */
  readonly response: string
  /** Their number; 0 where there is none. */
  readonly responseCode: number
  /** What the server was told. */
  readonly command: string
}

/** How long of what a server says is kept. */
const LONGEST_SAID = 300

/** What a failure means for the letter. */
export function deliveryOf(error: unknown, stage: Stage): Delivery {
  const told = readError(error)
  const said = (told.response || told.message)
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_SAID)
  const notNow = (
    fault: MessageFault,
    of: 'message' | 'server',
    mayHaveGone = false,
  ): Delivery => ({ kind: 'notNow', fault, said, of, mayHaveGone })
  const refused = (fault: MessageFault): Delivery => ({ kind: 'refused', fault, said })

  if (stage === 'connect') return notNow(connectFault(told), 'server')
  if (stage === 'login')
    return notNow(told.responseCode >= 500 ? 'wrongPassword' : loginFault(told), 'server')
  if (told.responseCode === 0) {
    // The line broke: once all was handed over nobody knows whether it was taken.
    const fault = stage === 'handedOver' ? 'lost' : lineFault(told)
    return notNow(fault, 'server', stage === 'handedOver')
  }
  return answered(told, { notNow, refused })
}

type Ways = {
  notNow: (fault: MessageFault, of: 'message' | 'server') => Delivery
  refused: (fault: MessageFault) => Delivery
}

/** A server's own no (RFC 5321 §4.2, and RFC 3463 for its three numbers with dots). */
function answered(told: SmtpError, { notNow, refused }: Ways): Delivery {
  const { responseCode, response, command } = told
  const enhanced = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(response)?.[0] ?? ''
  const isFull = enhanced.endsWith('.2.2') || responseCode === 552 || responseCode === 452
  if (responseCode === 421) return notNow('serverBusy', 'server')
  if (responseCode === 530) return notNow('wantsLogin', 'server')
  if (responseCode < 500) {
    if (isFull) return notNow('mailboxFull', 'message')
    return notNow(
      responseCode === 450 || responseCode === 451 ? 'serverBusy' : 'tooMany',
      'message',
    )
  }
  if (isFull) return refused('mailboxFull')
  if (command === 'MAIL FROM') return notNow('senderRefused', 'server')
  if (command === 'RCPT TO') return refused('receiverRefused')
  return refused(command === 'DATA' ? 'contentRefused' : 'serverRefused')
}

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'ENETDOWN',
])
const NOT_FOUND = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ENODATA', 'ESERVFAIL'])

function connectFault(told: SmtpError): MessageFault {
  const { code, systemCode, message, command } = told
  if (code === 'EDNS' || NOT_FOUND.has(systemCode)) return 'hostNotFound'
  const cert = certFault(`${systemCode} ${message}`)
  if (cert !== null) return cert
  if (command === 'STARTTLS' || /STARTTLS/.test(message)) return 'noTls'
  if (code === 'ETLS' || /wrong.version|SSL|TLS/i.test(`${systemCode} ${message}`))
    return 'tlsFailed'
  return lineFault(told)
}

/** In Node's and OpenSSL's words; a STARTTLS that fails has no code. */
function certFault(words: string): MessageFault | null {
  if (/CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|has expired|not yet valid/.test(words))
    return 'certExpired'
  if (/ALTNAME|altnames/.test(words)) return 'certOfAnother'
  return /SELF_SIGNED|UNABLE_TO_|self.signed|unable to (?:verify|get)|CERT_/.test(words)
    ? 'certUntrusted'
    : null
}

function lineFault({ code, systemCode, responseCode }: SmtpError): MessageFault {
  if (UNREACHABLE.has(systemCode)) return 'unreachable'
  if (code === 'ETIMEDOUT' || systemCode === 'ETIMEDOUT') return 'silent'
  return responseCode > 0 ? 'serverBusy' : 'unreachable'
}

function loginFault(told: SmtpError): MessageFault {
  if (told.responseCode > 0) return 'serverBusy'
  return told.code === 'EAUTH' || told.code === 'ENOAUTH' ? 'wrongPassword' : lineFault(told)
}

function readError(error: unknown): SmtpError {
  const told = Object(error)
  const text = (value: unknown): string => (typeof value === 'string' ? value : '')
  const { code, originalCode, cause } = told
  return {
    message: text(told.message) || String(error),
    code: text(code),
    systemCode: text(originalCode) || text(Object(cause).code) || text(told.errno) || text(code),
    response: text(told.response),
    responseCode: Number(told.responseCode) || 0,
    command: text(told.command),
  }
}
