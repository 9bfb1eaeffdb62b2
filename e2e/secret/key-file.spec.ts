import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { appFolder, electronBinary, freshDataDir, startConsole } from '../app.ts'
import { english } from '../walk/desk.ts'
import { toPayments } from './key-entry.ts'

const KEY = 'rk_live_51NotARealKeyQ7vZxW2mK'

/** A file that holds the key, with the mode given. */
function keyFile(mode: number): string {
  const file = join(freshDataDir(), 'stripe-key')
  writeFileSync(file, `${KEY}\n`, { mode })
  return file
}

test('the hub alone does not start on a key that others can read, and says why without it', () => {
  const { status, stdout, stderr } = spawnSync(
    electronBinary(),
    [join(appFolder, 'cli.js'), '--data', freshDataDir(), '--ocpp-port', '0', '--api-port', '0'],
    {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', LADDPLAN_STRIPE_KEY_FILE: keyFile(0o644) },
      encoding: 'utf8',
      timeout: 20_000,
    },
  )
  expect(status).toBe(2)
  expect(stdout).toBe('')
  expect(stderr).toContain('mode 0600')
  expect(stderr).not.toContain('51Not')
})

test('a key from a file is used, and the window says where it is changed', async () => {
  const env = { ...english, LADDPLAN_STRIPE_KEY_FILE: keyFile(0o600) }
  const { app, window } = await startConsole({ env })
  try {
    await toPayments(window)
    await expect(window.getByText('ends in W2mK')).toBeVisible()
    await expect(window.getByText('Live: real money')).toBeVisible()
    await expect(window.getByText('LADDPLAN_STRIPE_KEY_FILE')).toBeVisible()
    await expect(window.getByRole('button', { name: 'Forget the key…' })).toHaveCount(0)
  } finally {
    await app.close()
  }
})
