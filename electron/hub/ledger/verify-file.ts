import { existsSync } from 'node:fs'
import type { Verdict, VerifyEvent } from '../../../shared/domain/ledger/verdict.ts'
import { kyselyOver } from '../store/dialect.ts'
import { migrations } from '../store/migrations/migrations.ts'
import { readsOver } from '../store/reads.ts'
import { openReader, type Sqlite } from '../store/sqlite.ts'
import { verifyLedger } from './verify.ts'
import { verifyChecks } from './verify-checks.ts'

/** What is told to a script, and how its process ends: 0 intact, 1 not, 2 it can't be said. */
export type FileOutcome =
  | ({ readonly outcome: 'intact' | 'broken'; readonly exitCode: 0 | 1 } & Verdict)
  | { readonly outcome: 'notVerified' | 'cancelled'; readonly why: string; readonly exitCode: 2 }

/**
 * Verifies the ledger in a site's database without changing anything, also while a hub has it open.
 * @param told.say told in sentences how far it is and what is found
 */
export async function verifyFile(
  file: string,
  told: { readonly say: (sentence: string) => unknown; readonly signal: AbortSignal },
): Promise<FileOutcome> {
  const { say, signal } = told
  const notVerified = (why: string): FileOutcome => {
    say(why)
    return { outcome: 'notVerified', why, exitCode: 2 }
  }
  if (!existsSync(file)) return notVerified(`There is no site to verify: ${file} doesn't exist.`)
  let sqlite: Sqlite | undefined
  try {
    sqlite = openReader(file)
    const why = whyNot(file, sqlite)
    if (why !== null) return notVerified(why)
    const reads = readsOver(sqlite, kyselyOver(sqlite), async () => undefined)
    const verdict = await verdictOf(verifyLedger(reads, { checks: verifyChecks, signal }), say)
    if (verdict === null) return { outcome: 'cancelled', why: 'It was cancelled.', exitCode: 2 }
    for (const { sentence } of verdict.findings) say(sentence)
    return verdict.intact
      ? { outcome: 'intact', exitCode: 0, ...verdict }
      : { outcome: 'broken', exitCode: 1, ...verdict }
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    return notVerified(`${file} can't be read as a site's database: ${what}.`)
  } finally {
    sqlite?.close()
  }
}

/** Why this file has no ledger that this version knows; null where it has one. */
function whyNot(file: string, sqlite: Sqlite): string | null {
  const tables = sqlite.all(`select name from sqlite_master where type = 'table'`, [])
  const names = new Set(tables.map(({ name }) => name))
  if (!names.has('migration') || !names.has('station'))
    return `${file} is a database, and not one of a charging site.`
  const steps = sqlite.all('select name from migration', []).map(({ name }) => String(name))
  if (steps.some((name) => !Object.hasOwn(migrations, name)))
    return `${file} was last opened by a newer version. Verify it with that one.`
  if (Object.keys(migrations).some((name) => !steps.includes(name)))
    return `${file} was last opened by an older version. Open the site once with this one, and then verify it.`
  return null
}

/** The verdict at the end, told on the way how far it is; null when it was cancelled. */
async function verdictOf(
  events: AsyncIterable<VerifyEvent>,
  say: (sentence: string) => unknown,
): Promise<Verdict | null> {
  let toldAt = ''
  for await (const event of events) {
    if (event.kind === 'verdict') return event.verdict
    const { step, done, of } = event
    const twentieths = of === 0 ? 20 : Math.floor((20 * done) / of)
    if (toldAt === `${step} ${twentieths}`) continue
    toldAt = `${step} ${twentieths}`
    say(`${step}: ${done.toLocaleString('en')} of ${of.toLocaleString('en')}`)
  }
  return null
}
