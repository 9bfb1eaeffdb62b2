import { toIso, type Instant } from '../../time/instant.ts'
import type { IdToken } from './id-token.ts'

/** What a charger is told of an id token: OCPP 1.6 §7.27 IdTagInfo. */
export interface IdTagInfo {
  status: 'Accepted' | 'Blocked' | 'Expired' | 'Invalid'
  expiryDate?: string
  parentIdTag?: string
}

/**
 * Whether a driver may charge. A token nobody knows is `Invalid`, unless the desk itself has just sent it in a
 * RemoteStartTransaction to this station: then the operator has answered for it.
 */
export function authorization(
  token: Pick<IdToken, 'status' | 'expiresAt' | 'parentIdToken'> | undefined,
  sentByDesk: boolean,
  now: Instant,
): IdTagInfo {
  if (token === undefined) return { status: sentByDesk ? 'Accepted' : 'Invalid' }
  const { expiresAt, parentIdToken } = token
  const expired = token.status === 'Accepted' && expiresAt !== null && expiresAt <= now
  return {
    status: expired ? 'Expired' : token.status,
    ...(expiresAt === null ? {} : { expiryDate: toIso(expiresAt) }),
    ...(parentIdToken === null ? {} : { parentIdTag: parentIdToken }),
  }
}
