import { at, whole } from './cells.ts'
import { setEnergy } from './flow/energy.ts'
import type { Network } from './flow/network.ts'
import { pushAll } from './flow/push.ts'
import { joinParts, setReachedApart } from './flow/search.ts'

/*
 * What a session could be promised without breaking any promise there is. Both leave the network changed: whoever
 * asks notes a journal and takes it back.
 */

/**
 * The greatest energy for every start, with the same departure. The session's slots are opened from the last backwards,
 * and each time as much more is pushed as goes. What a push could not leave stays full in every later step, so it is
 * set apart and never searched again: all starts together cost little more than one.
 * @param session gets nothing yet, and wants the most that is to be offered
 * @returns Wm when it starts in its first slot, in its second and so on
 */
export function offerCurve(network: Network, session: number): Float64Array {
  const { sessions, limitWm } = network
  const { offset, length, wantWm } = opened(network, session)
  const offers = new Float64Array(length)
  const push = { sources: [~session], ceilingWm: limitWm, part: 0 }
  sessions.length[session] = 1
  for (let start = length - 1; start >= 0; start -= 1) {
    if (at(sessions.servedWm, session) < wantWm) {
      sessions.offset[session] = offset + start
      pushAll(network, push)
      setReachedApart(network, 1)
    }
    offers[start] = at(sessions.servedWm, session)
  }
  joinParts(network)
  sessions.offset[session] = offset
  sessions.length[session] = length
  return offers
}

/**
 * The greatest energy for every start, with a stay of so many slots. From the last start backwards: each time a slot is
 * closed at the end and one opened at the beginning, and what is pushed already stays where it can.
 * @returns Wm when it starts in its first slot, in its second and so on, as long as the whole stay has room
 */
export function offersOfLength(network: Network, session: number, stay: number): Float64Array {
  const { sessions, arcs, limitWm } = network
  const { offset, length, wantWm } = opened(network, session)
  const offers = new Float64Array(Math.max(0, length - stay + 1))
  const push = { sources: [~session], ceilingWm: limitWm, part: 0 }
  for (let start = length - stay; start >= 0; start -= 1) {
    const closed = offset + start + stay
    sessions.offset[session] = offset + start
    sessions.length[session] = stay
    if (start < length - stay && at(arcs.energyWm, closed) > 0) {
      setEnergy(network, closed, 0)
      // What is free again may help what was full.
      joinParts(network)
    }
    if (at(sessions.servedWm, session) < Math.min(wantWm, openWm(network, session))) {
      pushAll(network, push)
      setReachedApart(network, 1)
    }
    offers[start] = at(sessions.servedWm, session)
  }
  joinParts(network)
  sessions.offset[session] = offset
  sessions.length[session] = length
  return offers
}

function opened({ sessions }: Network, session: number) {
  return {
    offset: whole(sessions.offset, session),
    length: whole(sessions.length, session),
    wantWm: at(sessions.needWm, session),
  }
}

/** What the session could draw in its open slots at its own power. */
function openWm({ sessions, arcs }: Network, session: number): number {
  const offset = whole(sessions.offset, session)
  let wm = 0
  for (let place = 0; place < whole(sessions.length, session); place += 1) {
    wm += at(arcs.capWm, offset + place)
  }
  return wm
}
