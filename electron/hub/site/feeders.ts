import type { Id } from '../../../shared/domain/id/id.ts'
import type { Feeder, FeederWords } from '../../../shared/domain/site/feeder.ts'
import { makesLoop } from '../../../shared/domain/site/feeder-tree.ts'
import type { Patch, Writes } from '../store/writes.ts'

/** Why a feeder can't be as somebody wants it. */
export type FeederRefusal = { kind: 'noFeeder'; id: Id } | { kind: 'loop' }

export type SavedFeeder = { kind: 'saved'; feeder: Feeder } | FeederRefusal

/** Whether a station may hang on it: it is there, or is the site's own connection, or isn't told. */
export function isFeeder(tx: Writes, feederId: Id | null | undefined): boolean {
  return feederId === null || feederId === undefined || tx.get('feeder', feederId) !== undefined
}

/** Adds a feeder. Under an id that is there already it is that one, as it is: asked for twice it is made once. */
export function addFeeder(
  tx: Writes,
  { id = tx.newId(), ...words }: FeederWords & { id?: Id | undefined },
): Exclude<SavedFeeder, { kind: 'loop' }> {
  const known = tx.get('feeder', id)
  if (known) return { kind: 'saved', feeder: known }
  const { parentId } = words
  if (parentId !== null && !isFeeder(tx, parentId)) return { kind: 'noFeeder', id: parentId }
  const feeder: Feeder = { id, ...words, createdAt: tx.now, updatedAt: tx.now }
  tx.insert('feeder', feeder)
  tx.journal({ act: 'feeder.add', noun: 'feeder', nounId: id, after: feeder })
  return { kind: 'saved', feeder }
}

/** Changes what is told of a feeder; what is left out stays. */
export function changeFeeder(tx: Writes, id: Id, words: Patch<'feeder'>): SavedFeeder {
  const before = tx.get('feeder', id)
  if (!before) return { kind: 'noFeeder', id }
  const { parentId } = words
  if (parentId !== undefined && parentId !== null) {
    if (!isFeeder(tx, parentId)) return { kind: 'noFeeder', id: parentId }
    if (makesLoop(tx.find('feeder', {}), id, parentId)) return { kind: 'loop' }
  }
  const feeder = tx.update('feeder', id, { ...words, updatedAt: tx.now }) ?? before
  tx.journal({ act: 'feeder.update', noun: 'feeder', nounId: id, before, after: feeder })
  return { kind: 'saved', feeder }
}

/** Takes a feeder away. Feeders and stations that hung on it, those taken out included, hang on its parent then. */
export function removeFeeder(tx: Writes, id: Id): Exclude<SavedFeeder, { kind: 'loop' }> {
  const feeder = tx.get('feeder', id)
  if (!feeder) return { kind: 'noFeeder', id }
  const { parentId } = feeder
  for (const before of tx.find('feeder', { parentId: id })) {
    const after = tx.update('feeder', before.id, { parentId, updatedAt: tx.now })
    tx.journal({ act: 'feeder.update', noun: 'feeder', nounId: before.id, before, after })
  }
  for (const before of tx.find('station', { feederId: id })) {
    const after = tx.update('station', before.id, { feederId: parentId, updatedAt: tx.now })
    tx.journal({ act: 'station.update', noun: 'station', nounId: before.id, before, after })
  }
  tx.remove('feeder', id)
  tx.journal({ act: 'feeder.remove', noun: 'feeder', nounId: id, before: feeder })
  return { kind: 'saved', feeder }
}
