import { implement } from '@orpc/server'
import { contract } from '../../shared/contract/contract.ts'
import type { JournalEntry } from '../../shared/domain/journal/journal.ts'
import { pageOf } from './fake-page.ts'
import type { FakeStore } from './fake-store.ts'

const acts: readonly (readonly [
  actor: string,
  act: string,
  reason: string | null,
  before: unknown,
  after: unknown,
])[] = [
  ['Kim', 'pairing.open', null, { openUntil: null }, { openUntil: 1_772_622_000_000 }],
  [
    'Kim',
    'candidate.adopt',
    null,
    null,
    { chargePointId: 'NVK0012', name: 'A12', authentication: 'password' },
  ],
  ['hub', 'station.confirmKey', null, null, null],
  ['api', 'idToken.put', 'Lost card', { status: 'Accepted' }, { status: 'Blocked' }],
  ['Kim', 'site.update', null, { gridLimitW: 80_000 }, { gridLimitW: 96_000 }],
  ['hub', 'command.request', null, null, { action: 'Reset', payload: { type: 'Soft' } }],
  ['api', 'tariff.put', null, null, { name: 'Night', currency: 'SEK' }],
]

/** The journal, in memory. */
export function fakeJournal(store: FakeStore) {
  const os = implement(contract).journal
  const startedAt = Date.now()
  return os.router({
    list: os.list.handler(({ input }) => {
      if (store.rows.station.length === 0) return { rows: [], next: null }
      const rows = Array.from({ length: 340 }, (_, index): JournalEntry | null => {
        const known = acts[index % acts.length]
        if (!known) return null
        const [actor, act, reason, before, after] = known
        const noun = act.split('.')[0] ?? ''
        const nounId = store.rows.station[index % store.rows.station.length]?.id ?? ''
        return {
          id: 5_000 - index,
          at: startedAt - index * 421_000,
          actor,
          act,
          noun,
          nounId,
          reason,
          before,
          after,
        }
      })
        .filter((row) => row !== null)
        .filter((row) => input.noun === undefined || row.noun === input.noun)
      return pageOf(rows, input.after, input.limit)
    }),
  })
}
