/** An IP address: four bytes, or sixteen. One of IPv4 that is written as IPv6 (`::ffff:…`) is one of IPv4. */
export type Ip = readonly number[]

/** All addresses that begin with the same bits. */
export interface IpNetwork {
  readonly ip: Ip
  readonly bits: number
}

/** Reads an address; a zone (`%eth0`) counts for nothing. Null where it is none. */
export function ipOf(text: string): Ip | null {
  if (text.length > 60) return null
  if (!text.includes(':')) return ip4Of(text)
  const [plain = ''] = text.split('%')
  const bytes = ip6Of(plain)
  const isMapped = bytes?.slice(0, 12).every((byte, at) => byte === (at < 10 ? 0 : 255))
  return bytes !== null && isMapped === true ? bytes.slice(12) : bytes
}

/** An address in its one shortest form (RFC 5952). */
export function ipText(ip: Ip): string {
  if (ip.length === 4) return ip.join('.')
  const groups = groupsOf(ip).map((group) => group.toString(16))
  const [from, length] = longestZeros(groups)
  if (length < 2) return groups.join(':')
  return `${groups.slice(0, from).join(':')}::${groups.slice(from + length).join(':')}`
}

/** Reads an address, or a network such as 10.0.0.0/24. Null where it is neither. */
export function networkOf(text: string): IpNetwork | null {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text.trim()) ?? []
  const ip = ipOf(address)
  if (ip === null) return null
  const all = ip.length * 8
  const network = { ip, bits: bits === undefined ? all : Number(bits) }
  return network.bits <= all ? network : null
}

export function isWithin(ip: Ip, network: IpNetwork): boolean {
  if (ip.length !== network.ip.length) return false
  return ip.every((byte, at) => {
    const bits = Math.min(8, Math.max(0, network.bits - at * 8))
    const mask = 0xff & (0xff << (8 - bits))
    return (byte & mask) === ((network.ip[at] ?? 0) & mask)
  })
}

export function isLoopback(ip: Ip): boolean {
  return ip.length === 4 ? ip[0] === 127 : ipText(ip) === '::1'
}

/**
 * Whom an address is counted with: one of IPv4 alone; of IPv6 with its /64, since whoever has one of those has them all.
 */
export function countedAs(ip: Ip): string {
  return ip.length === 4 ? ip.join('.') : `${groupsOf(ip.slice(0, 8)).join(':')}/64`
}

function ip4Of(text: string): number[] | null {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return null
  const parts = text.split('.')
  // A part with a zero before it is octal to some, and another address to others.
  const isPlain = parts.every((part) => Number(part) <= 255 && String(Number(part)) === part)
  return isPlain ? parts.map(Number) : null
}

function ip6Of(text: string): number[] | null {
  const halves = text.split('::')
  if (halves.length > 2) return null
  const [head, tail] = halves.map(bytesOf)
  if (head === null || head === undefined || tail === null) return null
  if (tail === undefined) return head.length === 16 ? head : null
  const gap = 16 - head.length - tail.length
  return gap >= 2 ? [...head, ...Array.from({ length: gap }, () => 0), ...tail] : null
}

function bytesOf(half: string): number[] | null {
  if (half === '') return []
  const groups = half.split(':')
  const bytes: number[] = []
  for (const [at, group] of groups.entries()) {
    const dotted = at === groups.length - 1 && group.includes('.') ? ip4Of(group) : null
    if (dotted !== null) bytes.push(...dotted)
    else if (/^[\da-f]{1,4}$/i.test(group))
      bytes.push(Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff)
    else return null
  }
  return bytes
}

function groupsOf(ip: Ip): number[] {
  return Array.from(
    { length: ip.length / 2 },
    (_, at) => ((ip[at * 2] ?? 0) << 8) | (ip[at * 2 + 1] ?? 0),
  )
}

function longestZeros(groups: readonly string[]): [from: number, length: number] {
  let best: [number, number] = [0, 0]
  let length = 0
  for (const [at, group] of groups.entries()) {
    length = group === '0' ? length + 1 : 0
    if (length > best[1]) best = [at - length + 1, length]
  }
  return best
}
