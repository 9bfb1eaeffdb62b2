import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventually } from '../ocpp/server/test-bench/eventually.ts'
import { checkpoints, type Checkpoints } from './checkpoints.ts'
import { openWriter, type Sqlite } from './sqlite.ts'

const PAGE = 4_096

let dir: string
let file: string
let sqlite: Sqlite
let log: Checkpoints

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'laddplan-wal-'))
  file = join(dir, 'site.db')
  sqlite = openWriter(file)
  sqlite.exec('create table line (id integer primary key, text text not null) strict')
  log = checkpoints(sqlite, file, 100)
})
afterEach(async () => {
  await log.end()
  sqlite.close()
  rmSync(dir, { recursive: true })
})

/** Commits so many pages, each in a commit of its own. */
async function commit(pages: number): Promise<void> {
  for (let count = 0; count < pages; count += 1) {
    sqlite.run('insert into line (text) values (?)', ['x'.repeat(PAGE)])
    log.committed()
    // The thread's word comes between commits.
    if (count % 10 === 0) await new Promise(setImmediate)
  }
}

const pragma = () => sqlite.all('pragma wal_checkpoint(noop)', [])[0]

test('the log is carried into the database once there is enough of it', async () => {
  // Each commit writes about three pages: these are well below a hundred.
  await commit(20)
  expect(pragma()).toMatchObject({ checkpointed: 0 })
  // What is committed after the log was carried stays in a log begun anew, so the database alone tells.
  await commit(140)
  await eventually(() => expect(statSync(file).size).toBeGreaterThan(90 * PAGE))
})

test('a thread that cannot carry the log harms nobody, and is asked again', async () => {
  const broken = join(dir, 'broken.db')
  writeFileSync(broken, 'not a database at all, '.repeat(400))
  log = checkpoints(sqlite, broken, 100)
  await commit(300)
  await new Promise((resolve) => setTimeout(resolve, 300))
  await commit(10)
  expect(pragma()).toMatchObject({ checkpointed: 0 })
  expect(sqlite.all('select count(*) as lines from line', [])).toEqual([{ lines: 310 }])

  rmSync(broken)
  symlinkSync(file, broken)
  await eventually(async () => {
    await commit(1)
    expect(statSync(file).size).toBeGreaterThan(300 * PAGE)
  })
})

test('the log does not grow as long as commits go on', async () => {
  await commit(5_000)
  expect(statSync(`${file}-wal`).size).toBeLessThan(3_000 * PAGE)
  const [row] = sqlite.all('select count(*) as lines from line', [])
  expect(row).toEqual({ lines: 5_000 })
})
