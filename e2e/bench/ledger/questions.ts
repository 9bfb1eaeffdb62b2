import { balanceOf, trialBalance } from '../../../electron/hub/ledger/balance.ts'
import { listEntries } from '../../../electron/hub/ledger/list.ts'
import type { Reads } from '../../../electron/hub/store/reads.ts'
import type { LedgerQuery } from '../../../shared/contract/ledger.ts'
import type { LedgerEntry } from '../../../shared/domain/ledger/entry.ts'
import { DAY } from '../../../shared/time/instant.ts'
import { customerIds, momentOf, plateOf } from './year-of-postings.ts'

/** Something that a screen asks of a ledger; each round asks of another place in it. */
export interface Question {
  readonly name: string
  /** Tells the entries that were found; none where sums are asked for. */
  readonly ask: (reads: Reads, round: number) => Promise<readonly LedgerEntry[]>
  /** Null for what is read in slices, which nobody else waits for. */
  readonly budgetMs: number | null
}

const BUDGET_MS = 50

/** @param entries how many the ledger has */
export function questionsOf(entries: number): Question[] {
  const place = (round: number): number => (round * 7_919 * 131) % entries
  const list = (name: string, asked: (round: number) => Partial<LedgerQuery>): Question => ({
    name: `list, ${name}`,
    ask: async (reads, round) => {
      const { rows } = await listEntries(reads, { limit: 100, ...asked(round) })
      return rows
    },
    budgetMs: BUDGET_MS,
  })
  const sums = (
    name: string,
    ask: (reads: Reads, round: number) => Promise<unknown>,
    budgetMs: number | null = BUDGET_MS,
  ): Question => ({
    name,
    ask: async (reads, round) => {
      await ask(reads, round)
      return []
    },
    budgetMs,
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
    sums('balance of a customer', (reads, round) => balanceOf(reads, customer(round))),
    sums('balance of all cash', (reads) => balanceOf(reads, 'means/cash')),
    sums('trial balance of a day', (reads, round) =>
      trialBalance(reads, { ...day(round), by: 'account' }),
    ),
    sums('trial balance by now', (reads) => trialBalance(reads, { by: 'group' })),
    sums(
      'trial balance at an instant',
      (reads, round) => trialBalance(reads, { until: momentOf(place(round)), by: 'group' }),
      null,
    ),
  ]
}
