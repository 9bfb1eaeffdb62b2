import { implement } from '@orpc/server'
import { contract } from '../../shared/contract/contract.ts'

/** A ledger without entries, in memory. */
export function fakeLedger() {
  const os = implement(contract).ledger
  return os.router({
    entries: os.entries.handler(() => ({ rows: [], next: null })),
    balances: os.balances.handler(() => ({ rows: [] })),
    verify: os.verify.handler(async function* () {
      yield { kind: 'progress' as const, step: 'chain', done: 0, of: 0 }
      const checks = ['chain']
      const sums = { entries: 0, lines: 0, debitMinor: [], lastHash: '0'.repeat(64) }
      yield { kind: 'verdict' as const, verdict: { intact: true, ...sums, checks, findings: [] } }
    }),
  })
}
