import { useLiveStore } from '../../../live/store.ts'

/**
 * A mark that is another as soon as a connector changes its state or a booking begins or ends: then the places that are
 * free are asked for anew. Meters, which move all the time, leave it alone.
 */
export function useFreeMark(): string {
  return useLiveStore(({ tables }) => {
    let mark = ''
    for (const { status } of tables.connector.values()) mark += `${status[0]}${status.length} `
    let present = 0
    for (const { state } of tables.booking.values())
      if (state === 'arrived' || state === 'charging' || state === 'finished') present += 1
    return `${mark}${present}`
  })
}
