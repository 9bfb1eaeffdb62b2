import type { Id } from '../../../../shared/domain/id/id.ts'
import type { IdToken } from '../../../../shared/domain/id-token/id-token.ts'
import { authorization, type IdTagInfo } from '../../../../shared/domain/id-token/authorization.ts'
import { tokenText } from '../../../../shared/domain/id-token/token-text.ts'
import { MINUTE } from '../../../../shared/time/instant.ts'
import type { Writes } from '../../store/writes.ts'

/** So long after a RemoteStartTransaction the desk answers for the token it sent: the car has to be plugged in. */
const DESK_ANSWERS_FOR_MS = 15 * MINUTE

export interface TokenJudgement {
  readonly info: IdTagInfo
  /** Whether the site knows the token, or the desk has sent it. */
  readonly known: boolean
  /** The site's own row of it. */
  readonly token: IdToken | undefined
}

/** What a station is told of an id token. */
export function judgeToken(tx: Writes, stationId: Id, idTag: string): TokenJudgement {
  const text = tokenText(idTag)
  const [token] = tx.find('idToken', { idToken: text })
  const byDesk = token === undefined && answersFor(tx, stationId, text)
  return { info: authorization(token, byDesk, tx.now), known: token !== undefined || byDesk, token }
}

/**
 * Whether the desk answers for a token. For a walk-up's own as long as it isn't taken back: a hub that ended while the
 * charger was told must not deny it after, and a charger that starts too late must not.
 */
function answersFor(tx: Writes, stationId: Id, idTag: string): boolean {
  const [own] = tx.sql('select state, stationId from walkUp where idToken = ? collate nocase', [
    idTag,
  ])
  if (own?.['state'] === 'cancelled') return false
  return own?.['stationId'] === stationId || sentByDesk(tx, stationId, idTag)
}

function sentByDesk(tx: Writes, stationId: Id, idTag: string): boolean {
  const sent = tx.sql(
    `select 1 from command
      where stationId = ? and requestedAt > ? and action = 'RemoteStartTransaction'
        and state in ('sent', 'answered')
        and json_extract(payload, '$.idTag') = ? collate nocase
      limit 1`,
    [stationId, tx.now - DESK_ANSWERS_FOR_MS, idTag],
  )
  return sent.length > 0
}
