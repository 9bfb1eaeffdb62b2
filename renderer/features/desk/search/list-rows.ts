import type { SearchHit } from '../../../../shared/domain/search/search-hit.ts'
import { inert } from '../../../ui/mark/inert.ts'
import { mayBePlate } from './on-enter.ts'

/** A row of the list: something that was found, or a walk-up with what was typed. */
export type ListRow =
  | { readonly kind: 'hit'; readonly hit: SearchHit }
  | { readonly kind: 'walkUp'; readonly plate: string }

/**
 * What was found, and a walk-up last where the text may be a plate. The walk-up isn't there before what stands above it is:
 * a finger on its way to it would land on a row that wasn't there when it left.
 */
export function listRows(
  hits: readonly SearchHit[] | null,
  text: string,
  { mayAttend, isSettled }: { readonly mayAttend: boolean; readonly isSettled: boolean },
): ListRow[] {
  const found = (hits ?? []).map((hit): ListRow => ({ kind: 'hit', hit }))
  if (!mayAttend || !isSettled || !mayBePlate(text)) return found
  return [...found, { kind: 'walkUp', plate: inert(text.trim(), 20).text }]
}
