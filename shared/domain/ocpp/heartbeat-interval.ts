/** How often a charger is asked for a heartbeat, s. Pings tell more and sooner whether it is there. */
const INTERVAL_S = 300
const SPREAD = 0.2

/**
 * The heartbeat interval of a charger, s: the same for the same charger, spread over 20 %, so that a site that came
 * back at once doesn't beat in step for ever.
 */
export function heartbeatInterval(chargePointId: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < chargePointId.length; index += 1) {
    hash = Math.imul(hash ^ chargePointId.charCodeAt(index), 0x01000193)
  }
  const share = (hash >>> 0) / 0xffff_ffff
  return Math.round(INTERVAL_S * (1 - SPREAD / 2 + SPREAD * share))
}
