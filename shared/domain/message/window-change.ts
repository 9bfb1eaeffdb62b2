import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { id } from '../id/id.ts'

/** Where and when a driver is promised to charge. */
export const toldWindow = z.object({
  stationId: id.nullable(),
  connectorId: z.int().nullable(),
  arrivesAt: instant,
  departsAt: instant,
})
export type ToldWindow = z.infer<typeof toldWindow>

/** A change of a booking's window or place, as the journal has it. */
export interface WindowChange {
  /** The journal's line. */
  readonly id: number
  readonly at: number
  /** Whether the driver did it, and so knows. */
  readonly byDriver: boolean
  readonly before: ToldWindow
  readonly after: ToldWindow
}

/** Whether two windows are the same to a driver. */
export function isSameWindow(one: ToldWindow, other: ToldWindow): boolean {
  return (
    one.stationId === other.stationId &&
    one.connectorId === other.connectorId &&
    one.arrivesAt === other.arrivesAt &&
    one.departsAt === other.departsAt
  )
}

/**
 * The last of the changes that others made and the driver doesn't know of; null where there is none, or where all is again as
 * the driver knows it.
 * @param toldUpTo the change that the driver was told of last
 */
export function unseenChange(
  changes: readonly WindowChange[],
  toldUpTo: number,
): WindowChange | null {
  const lastKnown = changes.findLastIndex(({ id: line, byDriver }) => byDriver || line <= toldUpTo)
  const unseen = changes.slice(lastKnown + 1)
  const [first] = unseen
  const last = unseen.at(-1)
  if (first === undefined || last === undefined) return null
  return isSameWindow(first.before, last.after) ? null : last
}
