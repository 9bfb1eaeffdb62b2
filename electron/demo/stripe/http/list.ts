import { invalid } from './refused.ts'

type Page = { limit?: number; starting_after?: string; ending_before?: string }

/** A page of a list as it is answered. */
export type WireList = { object: 'list'; data: readonly object[]; has_more: boolean; url: string }

const USUAL = 10
const MOST = 100

/**
 * A page of a list, newest first. `ending_before` gives the page that ends next to its cursor, not
 * the newest (Stripe documentation, "Pagination").
 * @param items oldest first
 * @param noun what the items are, for a cursor that is none of them
 * @throws Refused for a limit outside 1 to 100 and for a cursor that isn't in the list
 */
export function page<Item extends { id: string }>(
  items: readonly Item[],
  { limit = USUAL, starting_after: after, ending_before: before }: Page,
  url: string,
  noun: string,
): WireList {
  if (limit < 1 || limit > MOST) {
    throw invalid(
      `This value must be ${limit < 1 ? 'greater than or equal to 1' : 'less than or equal to 100'} (was ${limit}).`,
      {
        code: 'parameter_invalid_integer',
        param: 'limit',
      },
    )
  }
  if (after !== undefined && before !== undefined) {
    throw invalid('You may only specify one of these parameters: starting_after, ending_before.')
  }
  const newest = items.toReversed()
  if (before !== undefined) {
    const end = place(newest, before, noun, 'ending_before')
    const start = Math.max(0, end - limit)
    return list(newest.slice(start, end), start > 0, url)
  }
  const start = after === undefined ? 0 : place(newest, after, noun, 'starting_after') + 1
  return list(newest.slice(start, start + limit), newest.length > start + limit, url)
}

function list(data: readonly object[], hasMore: boolean, url: string): WireList {
  return { object: 'list', data, has_more: hasMore, url }
}

function place(
  items: readonly { id: string }[],
  id: string,
  noun: string,
  param: 'starting_after' | 'ending_before',
): number {
  const found = items.findIndex((item) => item.id === id)
  if (found >= 0) return found
  throw invalid(`No such ${noun}: '${id}'`, { code: 'resource_missing', param })
}

type Range = { gt?: number; gte?: number; lt?: number; lte?: number }

/** Whether an instant in seconds lies where `created` asks for it. */
export function isWithin(at: number, asked: number | Range | undefined): boolean {
  if (asked === undefined) return true
  if (typeof asked === 'number') return at === asked
  const { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity } = asked
  return at > gt && at >= gte && at < lt && at <= lte
}
