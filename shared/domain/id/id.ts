import { z } from 'zod'
import type { Instant } from '../../time/instant.ts'

/** Every row's key: a UUIDv7 (RFC 9562 §5.7), which sorts by the time it was made. */
export const id = z.uuid().describe('UUIDv7')
export type Id = z.infer<typeof id>

/**
 * A UUIDv7 from an instant and ten random bytes, so that a test can hand in both.
 * Bytes beyond the tenth are ignored; fewer than ten is a bug in the caller.
 */
export function uuidV7(now: Instant, random: Uint8Array): Id {
  if (random.length < 10) throw new RangeError('uuidV7 needs ten random bytes')
  const time = now.toString(16).padStart(12, '0').slice(-12)
  const byte = (index: number): number => random[index] ?? 0
  const hex = (value: number): string => value.toString(16).padStart(2, '0')
  const version = hex(0x70 | (byte(0) & 0x0f)) + hex(byte(1))
  const variant = hex(0x80 | (byte(2) & 0x3f)) + hex(byte(3))
  let node = ''
  for (let index = 4; index < 10; index += 1) node += hex(byte(index))
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${node}`
}
