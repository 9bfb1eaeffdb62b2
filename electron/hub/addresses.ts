import { networkInterfaces } from 'node:os'

/**
 * The hosts by which this machine can be reached when it listens on `host` (null: everywhere), those that others
 * on the network can use first.
 */
export function reachableHosts(host: string | null): string[] {
  if (host !== null && host !== '0.0.0.0' && host !== '::') return [bracketed(host)]
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
  return [...others, '127.0.0.1']
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}
