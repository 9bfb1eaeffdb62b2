import type { BookFile } from '../../../shared/domain/accounting/book-file.ts'
import { missingIn } from '../../../shared/domain/cdr/cdr-terms.ts'
import type { Reads } from '../store/reads.ts'
import { booksOf, unmappedIn } from './books.ts'

/** Why a file for other books can't be made as things are. */
export type Obstacle =
  | { readonly code: 'unmapped'; readonly accounts: string[] }
  | { readonly code: 'cdrTermsMissing'; readonly words: string[] }

/** Something stands in the way that didn't when the file was asked for. */
export class Obstructed extends Error {
  override name = 'Obstructed'
  constructor(obstacle: Obstacle) {
    super(
      obstacle.code === 'unmapped'
        ? `These accounts have no number in the books: ${obstacle.accounts.join(', ')}`
        : `A CDR needs to know of the site: ${obstacle.words.join(', ')}`,
    )
  }
}

/** What stands in the way of a file; null where nothing does. */
export async function obstacleTo(reads: Reads, file: BookFile): Promise<Obstacle | null> {
  if (file.kind === 'sie') {
    const accounts = unmappedIn(await booksOf(reads, file))
    return accounts.length === 0 ? null : { code: 'unmapped', accounts }
  }
  if (file.kind !== 'cdr') return null
  const terms = await reads.get('cdrTerms', 'cdrTerms')
  const words = terms === undefined ? [] : missingIn(terms)
  return words.length === 0 ? null : { code: 'cdrTermsMissing', words }
}
