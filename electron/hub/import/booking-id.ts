import { createHash } from 'node:crypto'
import type { Id } from '../../../shared/domain/id/id.ts'

/** The id that a row's key always leads to: a UUIDv8 (RFC 9562 §5.8) of its SHA-256. */
export function bookingIdOf(key: string): Id {
  const hash = createHash('sha256').update(`imported booking ${key}`).digest().subarray(0, 16)
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}
