import type { SearchHit } from '../../../shared/domain/search/search-hit.ts'
import { ranked } from '../../../shared/domain/search/rank.ts'
import { whatTyped } from '../../../shared/domain/search/what-typed.ts'
import type { Reads } from '../store/reads.ts'
import { findMoney } from './money.ts'
import { findConnectors, findCustomers, vehicleHits, vehiclesOf } from './names.ts'
import { findSessions, findStays } from './stays.ts'

/**
 * Whatever is called so, the likeliest first. Each meaning of the text is looked for by an index, so that it takes as long
 * among a million stays as among a hundred.
 * @param seesMoney whether payments and receipts are told too
 */
export async function findAnything(
  reads: Reads,
  { text, limit }: { readonly text: string; readonly limit: number },
  { seesMoney }: { readonly seesMoney: boolean },
): Promise<SearchHit[]> {
  const typed = whatTyped(text)
  if (typed.text === '') return []
  const vehicles = await vehiclesOf(reads, typed)
  const hits = [
    ...(await findStays(reads, typed, vehicles)),
    ...(await findSessions(reads, typed)),
    ...(seesMoney ? await findMoney(reads, typed) : []),
    ...vehicleHits(vehicles, typed),
    ...(await findCustomers(reads, typed)),
    ...(await findConnectors(reads, typed)),
  ]
  return ranked(hits, limit)
}
