import { type Ip, type IpNetwork, ipOf, ipText, isWithin } from './ip.ts'

/** What of a request says from where it comes. */
export interface Arrival {
  /** Who is at the other end of the connection. */
  readonly peer: Ip
  /** The headers as they came; anybody can write them. */
  readonly forwardedFor?: string | undefined
  readonly forwarded?: string | undefined
  readonly forwardedProto?: string | undefined
}

/** Whom a request is from, and whether it came by TLS as far as a proxy that is believed knows. */
export interface Client {
  readonly ip: Ip
  readonly isByProxy: boolean
  readonly isSecure: boolean
}

/** The most proxies that are followed back. */
const MOST_HOPS = 20

/**
 * Whom a request is from. Headers count only where a trusted proxy is at the other end, and then the right-most address
 * that isn't a trusted proxy's: each proxy adds to the right what it saw, and what stands left of that the client may have
 * made up. Where the headers can't be read or tell of two different clients, it is the proxy's own request: whoever sends
 * such a thing is counted with all that do, and nobody else.
 */
export function clientOf(arrival: Arrival, trusted: readonly IpNetwork[]): Client {
  const { peer } = arrival
  const isTrusted = (ip: Ip): boolean => trusted.some((network) => isWithin(ip, network))
  if (!isTrusted(peer)) return { ip: peer, isByProxy: false, isSecure: false }
  const elements = partsOf(arrival.forwarded)
  const told = [
    firstStranger(partsOf(arrival.forwardedFor), isTrusted),
    firstStranger(elements?.map(forOf), isTrusted),
  ].filter((ip) => ip !== undefined)
  const [ip = null, ...others] = told
  const agree = ip !== null && others.every((other) => other !== null && same(ip, other))
  const scheme = partsOf(arrival.forwardedProto)?.at(-1) ?? protoOf(elements?.at(-1) ?? '')
  return { ip: agree ? ip : peer, isByProxy: true, isSecure: scheme.toLowerCase() === 'https' }
}

/** Undefined where nothing is told; null where it can't be read. */
function firstStranger(
  hops: readonly string[] | undefined,
  isTrusted: (ip: Ip) => boolean,
): Ip | null | undefined {
  if (hops === undefined) return undefined
  let last: Ip | null = null
  for (const hop of hops.slice(-MOST_HOPS).reverse()) {
    last = hopOf(hop)
    if (last === null || !isTrusted(last)) return last
  }
  return last
}

/** Commas in quotes part too: a quote that the client leaves open swallows nothing that a proxy adds. */
function partsOf(header: string | undefined): string[] | undefined {
  return header === undefined ? undefined : header.split(',').map((part) => part.trim())
}

/** An address as proxies write it: bare, with a port, or in brackets. */
function hopOf(text: string): Ip | null {
  const [, inBrackets] = /^\[([^\]]+)\](?::\d{1,5})?$/.exec(text) ?? []
  const [, withPort] = /^([\d.]+):\d{1,5}$/.exec(text) ?? []
  return ipOf(inBrackets ?? withPort ?? text)
}

/** Who is named by an element of `Forwarded` (RFC 7239 §4), such as `for="[2001:db8::1]:4711";proto=https`. */
function forOf(element: string): string {
  return parameterOf(element, 'for')
}

function protoOf(element: string): string {
  return parameterOf(element, 'proto')
}

function parameterOf(element: string, name: string): string {
  const values = element
    .split(';')
    .map((pair) => /^\s*(\w+)=("?)([^"]*)\2\s*$/.exec(pair))
    .filter((found) => found?.[1]?.toLowerCase() === name)
    .map((found) => found?.[3] ?? '')
  return values.length === 1 ? (values[0] ?? '') : ''
}

function same(one: Ip, other: Ip): boolean {
  return ipText(one) === ipText(other)
}
