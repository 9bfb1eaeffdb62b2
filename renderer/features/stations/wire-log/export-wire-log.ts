import type { Id } from '../../../../shared/domain/id/id.ts'
import type { OcppMessage } from '../../../../shared/domain/ocpp-message/ocpp-message.ts'
import type { HubClient } from '../../../live/link.ts'
import type { WireLogFilter } from './use-wire-log.ts'

const PAGE = 1_000
/** More lines than this nobody reads, and a text file of them would not open. */
const MOST = 50_000

/** Everything in a station's log that fits the filter, oldest first, at most the latest 50,000 exchanges. */
export async function wholeWireLog(
  client: HubClient,
  stationId: Id,
  filter: WireLogFilter,
): Promise<OcppMessage[]> {
  const rows: OcppMessage[] = []
  let after: string | null | undefined
  do {
    const page = await client.ocppMessage.list({
      stationId,
      ...filter,
      limit: PAGE,
      ...(after ? { after } : {}),
    })
    rows.push(...page.rows)
    after = page.next
  } while (after && rows.length < MOST)
  return rows.reverse()
}

/** The name a log is saved under: the charger's id in letters every file system takes, and the day. */
export function logFileName(
  chargePointId: string,
  now: number,
  extension: 'jsonl' | 'csv',
): string {
  const id = chargePointId.replaceAll(/[^\p{L}\p{N}_-]+/gu, '_')
  return `ocpp-${id}-${new Date(now).toISOString().slice(0, 10)}.${extension}`
}
