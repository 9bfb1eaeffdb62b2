import {
  type Block,
  blockKey,
  type BlockOf,
  type BlockWords,
} from '../../../shared/domain/visit/block.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Writes } from '../store/writes.ts'

/** Lets somebody not book from a phone any more; who is blocked already stays so, for the reason given now. */
export function addBlock(tx: Writes, words: BlockWords): Block {
  const key = blockKey(words.of, words.value)
  const [known] = tx.find('block', { of: words.of, key })
  const block: Block = {
    ...words,
    key,
    id: known?.id ?? tx.newId(),
    createdBy: tx.actor,
    createdAt: known?.createdAt ?? tx.now,
  }
  if (known === undefined) tx.insert('block', block)
  else tx.update('block', known.id, block)
  tx.journal({
    act: 'block.add',
    noun: 'block',
    nounId: block.id,
    reason: words.reason,
    after: block,
  })
  return block
}

/** @returns false where there is no such block */
export function removeBlock(tx: Writes, id: Id): boolean {
  const block = tx.get('block', id)
  if (block === undefined) return false
  tx.remove('block', id)
  tx.journal({ act: 'block.remove', noun: 'block', nounId: id, before: block })
  return true
}

/** Whether somebody who is known by any of these is blocked. */
export function isBlocked(
  tx: Pick<Writes, 'find'>,
  who: { readonly [Of in BlockOf]: string },
): boolean {
  const all = ['plate', 'phone', 'email'] as const
  return all.some((of) => {
    const key = blockKey(of, who[of])
    return key !== '' && tx.find('block', { of, key }).length > 0
  })
}
