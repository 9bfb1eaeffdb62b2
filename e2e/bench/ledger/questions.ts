import { balanceOf, trialBalance } from '../../../electron/hub/ledger/balance.ts'
import { listEntries } from '../../../electron/hub/ledger/list.ts'
import type { Reads } from '../../../electron/hub/store/reads.ts'
import type { LedgerQuery } from '../../../shared/contract/ledger.ts'
import { DAY } from '../../../shared/time/instant.ts'
import { customerIds, momentOf, plateOf } from './year-of-postings.ts'

/** Something that a screen asks of a ledger with so many entries; each round asks of another place in it. */
export interface Question {
  readonly name: string
  readonly ask: (reads: Reads, round: number) => Promise<unknown>
}

export function questionsOf(entries: number): Question[] {
  const place = (round: number): number => (round * 7_919 * 131) % entries
  const list = (name: string, asked: (round: number) => Partial<LedgerQuery>): Question => ({
    name: `list, ${name}`,
    ask: (reads, round) => listEntries(reads, { limit: 100, ...asked(round) }),
  })
  const day = (round: number) => {
    const from = momentOf(place(round))
    return { from, until: from + DAY }
  }
  const customer = (round: number) => `customer/${customerIds[round * 13] ?? ''}` as const
  return [
    list('the newest', () => ({})),
    list('a page far back', (round) => ({ after: String(place(round) + 1) })),
    list('of a day', day),
    list('on a customer', (round) => ({ account: customer(round) })),
    list('cash of a day', (round) => ({ ...day(round), account: 'means/cash' })),
    list('of a rare kind', () => ({ kind: 'payoutSent' })),
    list('by a plate', (round) => ({ search: plateOf(place(round)) })),
    list('by three letters', (round) => ({ search: plateOf(place(round)).slice(0, 3) })),
    list('by one letter', () => ({ search: 'a' })),
    list('by a number', (round) => ({ search: String(Math.floor(place(round) / 2)) })),
    {
      name: 'balance of a customer',
      ask: (reads, round) => balanceOf(reads, customer(round)),
    },
    { name: 'balance of all cash', ask: (reads) => balanceOf(reads, 'means/cash') },
    {
      name: 'trial balance of a day',
      ask: (reads, round) => trialBalance(reads, { ...day(round), by: 'account' }),
    },
    {
      name: 'trial balance by now',
      ask: (reads) => trialBalance(reads, { by: 'group' }),
    },
    {
      name: 'trial balance at an instant',
      ask: (reads, round) => trialBalance(reads, { until: momentOf(place(round)), by: 'group' }),
    },
  ]
}
