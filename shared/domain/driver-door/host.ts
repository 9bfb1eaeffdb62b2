import { ipOf, ipText, isLoopback } from './ip.ts'

/** What this machine may be called. */
export interface OwnNames {
  /** Without a domain, such as `laddplan-desk`. */
  readonly hostname: string
  /** Host (and port, where there is one) of the public address, or ''. */
  readonly publicHost: string
}

/**
 * Whether a request names this machine as its host: by the address it came in by, its name, its name on the local network,
 * or its public one. A page elsewhere whose name was made to point here (DNS rebinding) names another.
 * @param host of the request, with its port @param localAddress that the request came in by
 */
export function isOwnHost(host: string, localAddress: string, own: OwnNames): boolean {
  const name = nameOf(host)
  if (name === null) return false
  if (own.publicHost !== '' && name === nameOf(own.publicHost)) return true
  const local = ipOf(localAddress)
  if (local === null) return false
  if (name === 'localhost') return isLoopback(local)
  const ip = ipOf(name)
  if (ip !== null) return ipText(ip) === ipText(local)
  const hostname = own.hostname.toLowerCase()
  return hostname !== '' && (name === hostname || name === `${hostname}.local`)
}

/** The name of a host without its port and brackets, small; null where it is none. */
function nameOf(host: string): string | null {
  const [, inBrackets, plain] = /^(?:\[([\da-f:.]+)\]|([\w.-]+))(?::\d{1,5})?$/i.exec(host) ?? []
  const name = inBrackets ?? plain
  return name === undefined ? null : name.toLowerCase().replace(/\.$/, '')
}
