/** Millionths of a minute are the noise of division. */
const CLEAN = 1e6

/** Minutes of each slot in which anything can be charged: all of them, but of the first only what is not over yet. */
export function usableMinutes(slots: number, slotMinutes: number, elapsed: number): Float64Array {
  const minutes = new Float64Array(slots).fill(slotMinutes)
  if (slots > 0) minutes[0] = cleaned(slotMinutes * (1 - elapsed))
  return minutes
}

/**
 * Minutes that a session is there in a slot.
 * @param arrive @param depart in slots, parts of one included
 */
export function presentMinutes(
  { arrive, depart }: { readonly arrive: number; readonly depart: number },
  slot: number,
  { slotMinutes, elapsed }: { readonly slotMinutes: number; readonly elapsed: number },
): number {
  const begins = Math.max(arrive, slot === 0 ? elapsed : slot)
  const ends = Math.min(depart, slot + 1)
  return ends > begins ? cleaned((ends - begins) * slotMinutes) : 0
}

/** The slots a session is there in: from the first up to, not with, the last. */
export function slotsPresent(
  { arrive, depart }: { readonly arrive: number; readonly depart: number },
  slots: number,
): { readonly first: number; readonly until: number } {
  const first = Math.max(0, Math.floor(arrive))
  return { first, until: Math.max(first, Math.min(slots, Math.ceil(depart))) }
}

/** Power times minutes as whole watt-minutes, never more than that. */
export function wholeWattMinutes(powerW: number, minutes: number): number {
  return Math.max(0, Math.floor(powerW * minutes + 1 / CLEAN))
}

function cleaned(minutes: number): number {
  return Math.round(minutes * CLEAN) / CLEAN
}
