import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { post } from './post.ts'
import { ledgerSite, somePosting } from './test-bench/ledger-site.ts'
import { verifyFile } from './verify-file.ts'

let site: Awaited<ReturnType<typeof ledgerSite>>
beforeEach(async () => {
  site = await ledgerSite(5)
})
afterEach(() => site.remove())

async function verified(file = site.file, signal = new AbortController().signal) {
  const said: string[] = []
  const outcome = await verifyFile(file, { say: (sentence) => said.push(sentence), signal })
  return { outcome, said }
}

/** Does something to the file that the triggers would refuse. */
function tamper(statement: string): void {
  const database = new DatabaseSync(site.file, { enableForeignKeyConstraints: false })
  for (const { name } of database
    .prepare(`select name from sqlite_master where type = 'trigger'`)
    .all())
    database.exec(`drop trigger "${String(name)}"`)
  database.exec(statement)
  database.close()
}

describe('a file is verified', () => {
  test('while a hub has it open, and while it enters more', async () => {
    const entering = Array.from({ length: 50 }, (_, number) =>
      site.store.work('Kim', (tx) => post(tx, somePosting(number))),
    )
    expect((await verified()).outcome).toMatchObject({ outcome: 'intact', exitCode: 0 })
    await Promise.all(entering)
    expect((await verified()).outcome).toMatchObject({ outcome: 'intact', entries: 55 })
  })

  test('after the hub has closed it', async () => {
    await site.store.close()
    const { outcome, said } = await verified()
    expect(outcome).toMatchObject({ outcome: 'intact', entries: 5, lines: 15 })
    expect(said).toEqual(['chain: 5 of 5', 'sums: 3 of 3'])
  })

  test('and the entry that was tampered with is named', async () => {
    await site.store.close()
    tamper('update ledgerLine set amountMinor = amountMinor + 1 where entryId = 3 and place = 1')
    const { outcome, said } = await verified()
    expect(outcome).toMatchObject({
      ...{ outcome: 'broken', exitCode: 1, intact: false, entries: 2 },
      findings: [{ code: 'altered', noun: 'ledgerEntry', nounId: '3' }],
    })
    expect(said.at(-1)).toMatch(/^Entry 3 /)
  })
})

describe('why it can’t be verified is said in a sentence', () => {
  const expectRefused = async (file: string, why: RegExp) => {
    const { outcome, said } = await verified(file)
    expect(outcome).toMatchObject({ outcome: 'notVerified', exitCode: 2 })
    expect(said).toEqual([expect.stringMatching(why)])
  }

  test('there is no file', () => expectRefused(join(site.dir, 'none', 'site.db'), /doesn't exist/))

  test('it is no database', async () => {
    const file = join(site.dir, 'letter.db')
    writeFileSync(file, 'Dear site, '.repeat(500))
    await expectRefused(file, /can't be read as a site's database: file is not a database/)
  })

  test('it is the database of something else', async () => {
    const file = join(site.dir, 'other.db')
    const database = new DatabaseSync(file)
    database.exec('create table song (title text)')
    database.close()
    await expectRefused(file, /not one of a charging site/)
  })

  test('it is of an older version, or of a newer one', async () => {
    await site.store.close()
    tamper(`update migration set name = '0000-older' where name = '0007-ledger'`)
    await expectRefused(site.file, /newer version/)
    tamper(`delete from migration where name = '0000-older'`)
    await expectRefused(site.file, /older version/)
  })

  test('it was cancelled', async () => {
    const { outcome } = await verified(site.file, AbortSignal.abort())
    expect(outcome).toMatchObject({ outcome: 'cancelled', exitCode: 2 })
  })
})

test('the command tells progress on standard error and one line of JSON on standard output', async () => {
  const cli = join(import.meta.dirname, '..', '..', 'cli.ts')
  const run = async () => {
    const child = spawn(process.execPath, [cli, 'verify', '--data', site.dir])
    const exit = new Promise<number | null>((resolve) => child.on('close', resolve))
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
    return { stdout, stderr, exitCode: await exit }
  }
  const good = await run()
  expect(good).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('chain: 5 of 5\n') })
  expect(good.stdout).toMatch(/^\{"outcome":"intact",.*\}\n$/)
  await site.store.close()
  tamper('delete from ledgerEntry where id = 2')
  const bad = await run()
  expect(bad).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('Entry 2 is missing.') })
  expect(JSON.parse(bad.stdout)).toMatchObject({ outcome: 'broken', entries: 1 })
}, 60_000)
