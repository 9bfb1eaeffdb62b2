import type { Stripe } from 'stripe'
import { invalid } from '../http/refused.ts'

type Found = {
  object: 'search_result'
  data: object[]
  has_more: boolean
  url: string
  next_page: string | null
}
type Sought = Pick<Stripe.PaymentIntent, 'id' | 'metadata' | 'status' | 'amount' | 'currency'>
type Test = (item: Sought) => boolean

/**
 * What a query finds, newest first: `metadata["key"]:"value"`, `status:"…"`, `currency:"…"` and
 * `amount:100`, joined by AND or OR, each with a `-` before it to exclude
 * (Stripe documentation, "Search query language").
 * @throws Refused for a query that is none of these
 */
export function found<Item extends Sought>(
  items: readonly Item[],
  { query, limit = 10, page: cursor }: { query: string; limit?: number; page?: string },
  url: string,
): Found {
  const joined = / AND /i.test(query)
  if (joined && / OR /i.test(query)) {
    throw unreadable(query, 'You cannot mix AND and OR in one query.')
  }
  const tests = query
    .split(joined ? / AND /i : / OR /i)
    .map((clause) => testOf(clause.trim(), query))
  const hits = items
    .filter((item) =>
      joined ? tests.every((test) => test(item)) : tests.some((test) => test(item)),
    )
    .toReversed()
  const start = cursor === undefined ? 0 : Number(cursor)
  const end = start + limit
  return {
    object: 'search_result',
    data: hits.slice(start, end),
    has_more: hits.length > end,
    next_page: hits.length > end ? String(end) : null,
    url,
  }
}

function testOf(clause: string, query: string): Test {
  const parts =
    /^(?<not>-?)(?<field>\w+)(?:\[["'](?<key>[^"']+)["']\])?:["']?(?<value>[^"']*)["']?$/.exec(
      clause,
    )?.groups
  if (parts === undefined) throw unreadable(query, 'We were unable to parse your search query.')
  const { not = '', field = '', key = '', value = '' } = parts
  const test = fieldTest(field, key, value)
  if (test === null) throw unreadable(query, `Field \`${field}\` is an unsupported search field.`)
  return not === '' ? test : (item) => !test(item)
}

function fieldTest(field: string, key: string, value: string): Test | null {
  if (field === 'metadata') {
    return ({ metadata }) => Object.hasOwn(metadata, key) && metadata[key] === value
  }
  if (field === 'status') return ({ status }) => status === value
  if (field === 'currency') return ({ currency }) => currency === value.toLowerCase()
  if (field === 'amount') return ({ amount }) => amount === Number(value)
  return null
}

function unreadable(query: string, why: string) {
  return invalid(`${why} The query was: ${query}`, { param: 'query' })
}
