import type { IncomingMessage } from 'node:http'
import { type Client, clientOf } from '../../../../shared/domain/driver-door/address.ts'
import type { DriverDoorWords } from '../../../../shared/domain/driver-door/driver-door.ts'
import { isOwnHost } from '../../../../shared/domain/driver-door/host.ts'
import { ipOf, type IpNetwork, isLoopback } from '../../../../shared/domain/driver-door/ip.ts'
import { isTokenShaped } from '../../../../shared/domain/driver-door/path.ts'
import { type Refusal, refusals } from './refusals.ts'

/** What requests are judged by. */
export interface Law {
  readonly words: Pick<DriverDoorWords, 'exposure' | 'publicUrl'>
  readonly trusted: readonly IpNetwork[]
  readonly hostname: string
  readonly urlBytes: number
}

/** Headers of which there may be one: of two, one program would look at the first and another at the last. */
const ONCE = new Set([
  ...['host', 'authorization', 'origin', 'content-type', 'content-length', 'transfer-encoding'],
  ...['idempotency-key', 'sec-fetch-site', 'expect'],
])

/** Whom a request is from. */
export function clientOfRequest({ socket, headers }: IncomingMessage, law: Law): Client {
  const peer = ipOf(socket.remoteAddress ?? '') ?? []
  const arrival = {
    peer,
    forwardedFor: joined(headers['x-forwarded-for']),
    forwarded: joined(headers.forwarded),
    forwardedProto: joined(headers['x-forwarded-proto']),
  }
  const client = clientOf(arrival, law.trusted)
  return law.words.exposure === 'tls' ? { ...client, isSecure: true } : client
}

/** What is wrong with a request before it is looked at what it asks for; null: nothing. */
export function judge(request: IncomingMessage, client: Client, law: Law): Refusal | null {
  const { method = '', url = '', headers, rawHeaders, socket } = request
  if (url.length > law.urlBytes) return refusals.longUrl
  if (!['GET', 'HEAD', 'POST'].includes(method)) return refusals.notAllowed
  if (namesTwice(rawHeaders)) return refusals.badRequest
  // What is pressed together could be of any size.
  if (headers['content-encoding'] !== undefined) return refusals.notJson
  if (client.isByProxy) return null
  // Somebody who goes past the proxy would be counted by an address that they choose, and be without TLS.
  if (law.words.exposure === 'proxy' && !isLoopback(client.ip)) return refusals.notByProxy
  const own = { hostname: law.hostname, publicHost: publicHostOf(law.words.publicUrl) }
  return isOwnHost(headers.host ?? '', socket.localAddress ?? '', own) ? null : refusals.otherHost
}

/**
 * What is wrong with a call; null: nothing. No page of another origin may make one. There are no cookies that it could make
 * use of, and a browser would ask first because of the content's type, so this is the third lock.
 */
export function judgeCall(request: IncomingMessage, client: Client, law: Law): Refusal | null {
  const { method, headers } = request
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return refusals.otherSite
  if (headers.origin !== undefined && !isOwnOrigin(headers.origin, request, client, law))
    return refusals.otherSite
  if (method !== 'POST') return null
  return /^application\/json *(;|$)/i.test(headers['content-type'] ?? '') ? null : refusals.notJson
}

/** The link that a call shows: only in the header, where neither logs nor other pages see it. */
export function shownToken({ headers }: IncomingMessage): string | null {
  const [, token = ''] = /^Bearer +([\w-]+)$/i.exec(headers.authorization ?? '') ?? []
  return isTokenShaped(token) ? token : null
}

/** An Idempotency-Key: 1 to 128 visible ASCII characters. Null where there is none; undefined where it is none. */
export function shownKey({ headers }: IncomingMessage): string | null | undefined {
  const key = joined(headers['idempotency-key'])
  if (key === undefined) return null
  return /^[\x21-\x7e]{1,128}$/.test(key) ? key : undefined
}

function isOwnOrigin(
  origin: string,
  { headers }: IncomingMessage,
  client: Client,
  { words }: Law,
): boolean {
  if (words.publicUrl !== '' && origin.toLowerCase() === words.publicUrl.toLowerCase()) return true
  if (client.isByProxy) return false
  const scheme = words.exposure === 'tls' ? 'https' : 'http'
  return origin.toLowerCase() === `${scheme}://${headers.host ?? ''}`.toLowerCase()
}

function publicHostOf(publicUrl: string): string {
  return publicUrl.slice('https://'.length)
}

function namesTwice(rawHeaders: readonly string[]): boolean {
  const seen = new Set<string>()
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]?.toLowerCase() ?? ''
    if (!ONCE.has(name)) continue
    if (seen.has(name)) return true
    seen.add(name)
  }
  return false
}

function joined(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(',') : header
}
