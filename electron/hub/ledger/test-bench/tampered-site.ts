import type { Verdict, VerifyEvent } from '../../../../shared/domain/ledger/verdict.ts'
import { kyselyOver } from '../../store/dialect.ts'
import { type Reads, readsOver } from '../../store/reads.ts'
import { openWriter } from '../../store/sqlite.ts'
import type { SqlValue } from '../../store/tables.ts'
import { verifyLedger } from '../verify.ts'
import type { VerifyCheck } from '../verify-check.ts'
import { ledgerSite } from './ledger-site.ts'

/** A site's file in the hands of somebody whom the triggers don't hold back. */
export interface TamperedSite {
  readonly reads: Reads
  run(sql: string, ...values: SqlValue[]): unknown
  value(sql: string, ...values: SqlValue[]): unknown
  verdictNow(checks?: readonly VerifyCheck[]): Promise<Verdict>
  /** The verdict once something is done to the file, which is undone again. */
  verdictAfter(tamper: () => unknown): Promise<Verdict>
  /** What is found first then. @throws when nothing is */
  foundAfter(tamper: () => unknown): Promise<{ code: string; entryId: number }>
  remove(): Promise<void>
}

export async function tamperedSite(entries: number): Promise<TamperedSite> {
  const site = await ledgerSite(entries)
  await site.store.close()
  const sqlite = openWriter(site.file)
  for (const { name } of sqlite.all(`select name from sqlite_master where type = 'trigger'`, []))
    sqlite.exec(`drop trigger "${String(name)}"`)
  const reads = readsOver(sqlite, kyselyOver(sqlite), async () => undefined)

  const verdictNow = async (checks: readonly VerifyCheck[] = []): Promise<Verdict> => {
    let last: VerifyEvent | undefined
    for await (const event of verifyLedger(reads, { checks })) last = event
    if (last?.kind !== 'verdict') throw new Error('it ends with the verdict')
    return last.verdict
  }
  const verdictAfter = async (tamper: () => unknown): Promise<Verdict> => {
    sqlite.exec('begin')
    try {
      await tamper()
      return await verdictNow()
    } finally {
      sqlite.exec('rollback')
    }
  }
  return {
    reads,
    run: (sql, ...values) => sqlite.run(sql, values),
    value: (sql, ...values) => Object.values(sqlite.all(sql, values)[0] ?? {})[0],
    verdictNow,
    verdictAfter,
    async foundAfter(tamper) {
      const { intact, findings } = await verdictAfter(tamper)
      const [first] = findings
      if (intact || first === undefined) throw new Error('nothing was found')
      return { code: first.code, entryId: Number(first.nounId) }
    },
    async remove() {
      sqlite.close()
      await site.remove()
    },
  }
}
