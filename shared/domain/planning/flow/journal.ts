import { at, whole } from '../cells.ts'
import type { Network } from './network.ts'

/** The energy that arcs had before they were changed. */
export interface Journal {
  readonly number: number
  readonly arcs: number[]
  readonly energiesWm: number[]
}

/** Begins to note what changes. */
export function startJournal(network: Network): Journal {
  network.search.journals += 1
  network.journal = { number: network.search.journals, arcs: [], energiesWm: [] }
  return network.journal
}

/** Notes what an arc has before it is changed for the first time. */
export function noteArc(network: Network, journal: Journal, arc: number): void {
  const { noted, energyWm } = network.arcs
  if (noted[arc] === journal.number) return
  noted[arc] = journal.number
  journal.arcs.push(arc)
  journal.energiesWm.push(at(energyWm, arc))
}

/** The sessions whose arcs carry something else than was noted. */
export function movedSessions({ arcs }: Network, journal: Journal): Set<number> {
  const moved = new Set<number>()
  journal.arcs.forEach((arc, place) => {
    if (at(arcs.energyWm, arc) !== journal.energiesWm[place]) moved.add(whole(arcs.session, arc))
  })
  return moved
}
