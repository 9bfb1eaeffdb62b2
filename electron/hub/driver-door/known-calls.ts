import { driverContract } from '../../../shared/contract/driver/driver.ts'
import type { KnownCall } from './messages.ts'

/** Every call that phones may make, as the door is to know it. */
export const knownCalls: readonly KnownCall[] = Object.values(driverContract).map((procedure) => {
  const { method, path } = procedure['~orpc'].route
  if ((method !== 'GET' && method !== 'POST') || path === undefined)
    throw new Error('Each call from a phone says where it lies.')
  return { method, path, kind: kindOf(method, path) }
})

function kindOf(method: 'GET' | 'POST', path: string): KnownCall['kind'] {
  if (method === 'GET') return path.endsWith('/live') ? 'live' : 'read'
  return path.endsWith('/offers') || path.endsWith('/check') ? 'question' : 'write'
}
