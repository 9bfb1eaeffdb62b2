import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, type Page, test } from '@playwright/test'
import { appFolder, electronBinary, freshDataDir } from '../app.ts'
import { cards } from './phone.ts'
import { practiceDesk } from './practice-desk.ts'
import { goToHash } from './take.ts'

/** Verifies the ledger in the settings. */
async function verify(window: Page): Promise<void> {
  await goToHash(window, '/settings/payments')
  await window.getByRole('button', { name: 'Verify the ledger' }).click()
}

test('the ledger is whole, until its file is changed: then settings and command name the entry', async () => {
  const dataDir = freshDataDir()
  const first = await practiceDesk({ dataDir })
  try {
    await first.paidVisit('LDG 111', cards.pays)
    await first.paidVisit('LDG 222', cards.pays)
    await verify(first.window)
    await expect(first.window.getByText(/^The ledger is whole: \d+ entries/)).toBeVisible()
  } finally {
    await first.app.close()
  }
  expect(verifyByCommand(dataDir).status).toBe(0)

  const entryId = takeACrown(dataDir)
  const { status, stdout } = verifyByCommand(dataDir)
  expect(status).not.toBe(0)
  expect(stdout).toContain(String(entryId))
  const second = await practiceDesk({ dataDir })
  try {
    await verify(second.window)
    await expect(second.window.getByText(/not as (it|they) should be:$/)).toBeVisible()
    await expect(second.window.getByText(`Entry ${entryId}`).first()).toBeVisible()
    await expect(
      second.window.getByText('it was changed after it was written').first(),
    ).toBeVisible()
  } finally {
    await second.app.close()
  }
})

/** Makes a line a krona less by hand, past what guards the table; the number of its entry. */
function takeACrown(dataDir: string): number {
  const file = new DatabaseSync(join(dataDir, 'site.db'))
  try {
    const triggers = file
      .prepare(`select name from sqlite_master where type = 'trigger' and tbl_name like 'ledger%'`)
      .all()
    expect(triggers.length).toBeGreaterThan(0)
    for (const { name } of triggers) file.exec(`drop trigger "${String(name)}"`)
    const line = file
      .prepare(
        'select entryId, place from ledgerLine where amountMinor > 100 order by entryId limit 1',
      )
      .get()
    file
      .prepare(
        'update ledgerLine set amountMinor = amountMinor - 100 where entryId = ? and place = ?',
      )
      .run(Number(line?.['entryId']), Number(line?.['place']))
    return Number(line?.['entryId'])
  } finally {
    file.close()
  }
}

function verifyByCommand(dataDir: string) {
  return spawnSync(electronBinary(), [join(appFolder, 'cli.js'), 'verify', '--data', dataDir], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
    timeout: 60_000,
  })
}
