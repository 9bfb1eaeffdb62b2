import { implement } from '@orpc/server'
import { contract } from '../../../shared/contract/contract.ts'
import type { JournalQuery } from '../../../shared/contract/journal.ts'
import type { JournalEntry } from '../../../shared/domain/journal/journal.ts'
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
  ['api', 'tariff.add', null, null, { name: 'Night', currency: 'SEK' }],
  [
    'Kim',
    'booking.move',
    'The bay is being swept',
    { arrivesAt: 1_772_622_000_000, departsAt: 1_772_640_000_000, need: { energyWh: 18_200 } },
    { arrivesAt: 1_772_625_600_000, departsAt: 1_772_643_600_000, need: { energyWh: 21_000 } },
  ],
  ['Åsa', 'refund.make', 'Cable was loose', null, { amountMinor: 12_500, currency: 'SEK' }],
  ['Bo', 'user.update', null, { role: 'viewer' }, { role: 'operator' }],
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
        .filter((row) => fits(row, input))
      return pageOf(rows, input.after?.split('~')[0], input.limit, '~0')
    }),
  })
}

function fits(row: JournalEntry, asked: JournalQuery): boolean {
  const { actor, act, noun, nounId, from = 0, until = Infinity, search = '' } = asked
  return (
    (actor === undefined || row.actor === actor) &&
    (act === undefined || row.act === act) &&
    (noun === undefined || row.noun === noun) &&
    (nounId === undefined || row.nounId === nounId) &&
    row.at >= from &&
    row.at < until &&
    JSON.stringify(row).toLowerCase().includes(search.toLowerCase())
  )
}
