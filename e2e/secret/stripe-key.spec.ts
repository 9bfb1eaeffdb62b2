import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { anotherWindow, freshDataDir, startConsole } from '../app.ts'
import { english } from '../walk/desk.ts'
import { offerKey, pasteKey, toPayments, WORDS } from './key-entry.ts'
import { type StandIn, standInFor } from './stand-in.ts'

const KEY = 'rk_test_51NotARealKeyQ7vZxW2mK'

let stripe: StandIn
test.beforeAll(async () => {
  stripe = await standInFor(KEY)
})
test.afterAll(() => stripe.close())

test('a key is entered once, sealed, opened at the next start, and forgotten', async () => {
  const dataDir = freshDataDir()
  const file = join(dataDir, 'secret', 'stripe-key.json')
  const first = await startConsole({ dataDir, env: { ...english, ...stripe.env } })
  try {
    await toPayments(first.window)
    await expect(first.window.getByText('No key is set.')).toBeVisible()
    await offerKey(first.app, first.window, KEY)
    await expect(first.window.getByText('ends in W2mK')).toBeVisible()
    await expect(first.window.getByText('Test: no money moves')).toBeVisible()
    await expect(first.window.getByText('sealed under a passphrase')).toBeVisible()
    expect(statSync(file).mode & 0o777).toBe(0o600)
  } finally {
    await first.app.close()
  }

  const second = await startConsole({ dataDir, env: { ...english, ...stripe.env } })
  try {
    const dialog = second.window.getByRole('dialog', { name: 'Open the Stripe key' })
    await dialog.getByLabel('Passphrase').fill('something else')
    await second.window.keyboard.press('Enter')
    await expect(dialog.getByText('That passphrase doesn’t open the key.')).toBeVisible()
    await expect(dialog.getByLabel('Passphrase')).toHaveValue('')
    expect(existsSync(file)).toBe(true)
    await dialog.getByRole('button', { name: 'Later' }).click()
    await expect(dialog).toHaveCount(0)

    await toPayments(second.window)
    await expect(second.window.getByText('Locked.')).toBeVisible()
    await second.window.getByLabel('Passphrase').fill(WORDS)
    await second.window.getByRole('button', { name: 'Open the key' }).click()
    await expect(second.window.getByText('Opened the Stripe key')).toBeVisible()
    await expect(second.window.getByText('Locked.')).toHaveCount(0)

    await second.window.getByRole('button', { name: 'Forget the key…' }).click()
    await second.window.getByRole('button', { name: 'Forget the key', exact: true }).click()
    await expect(second.window.getByText('No key is set.')).toBeVisible()
    expect(existsSync(file)).toBe(false)
  } finally {
    await second.app.close()
  }
})

test('what is no restricted key is refused with its own sentence, and cleared', async () => {
  const { app, window } = await startConsole({ args: ['--demo'], env: english })
  try {
    await toPayments(window)
    const field = window.getByLabel('Restricted key')
    for (const [text, sentence] of [
      ['sk_test_51NotARealKeyQ7vZxW2mK', 'This is a secret key'],
      ['pk_test_51NotARealKeyQ7vZxW2mK', 'This is a publishable key'],
      ['whsec_51NotARealKeyQ7vZxW2mK', 'This is the secret of a webhook'],
      ['rk_test_51Not', 'It is too short'],
      ['rk_test_51Not ARealKey', 'There is a blank in it'],
      ['rk_live_51NotARealKeyQ7vZxW2mK', 'This is a practice site'],
    ] as const) {
      await offerKey(app, window, text)
      await expect(window.getByRole('alert')).toContainText(sentence)
      await expect(field).toHaveValue('')
      await expect(field).toBeFocused()
      await window.keyboard.press('ControlOrMeta+z')
      await expect(field).toHaveValue('')
    }
  } finally {
    await app.close()
  }
})

test('a short passphrase and two that differ are told before the key leaves its field', async () => {
  const { app, window } = await startConsole({ env: english })
  try {
    await toPayments(window)
    await pasteKey(app, window, KEY)
    const keep = window.getByRole('button', { name: 'Check and keep the key' })
    await keep.click()
    await expect(window.getByText('Give a passphrase.')).toBeVisible()
    await window.getByLabel('Passphrase', { exact: true }).fill('short')
    await keep.click()
    await expect(window.getByText('Give at least 12 characters.')).toBeVisible()
    await window.getByLabel('Passphrase', { exact: true }).fill(WORDS)
    await window.getByLabel('Passphrase once more').fill(`${WORDS}!`)
    await keep.click()
    await expect(window.getByText('The two passphrases differ.')).toBeVisible()
    await expect(window.getByLabel('Restricted key')).toHaveValue(KEY)
  } finally {
    await app.close()
  }
})

test('a key that Stripe doesn’t know is refused, and so is any while Stripe can’t be reached', async () => {
  const { app, window } = await startConsole({ env: { ...english, ...stripe.env } })
  try {
    await toPayments(window)
    await offerKey(app, window, 'rk_test_51NobodysKeyQ7vZxW2mK')
    await expect(window.getByRole('alert')).toBeVisible()
    await expect(window.getByText('No key is set.')).toBeVisible()
  } finally {
    await app.close()
  }
  const env = { ...english, LADDPLAN_STRIPE_STAND_IN: 'http://127.0.0.1:9' }
  const cut = await startConsole({ env })
  try {
    await toPayments(cut.window)
    await offerKey(cut.app, cut.window, KEY)
    await expect(cut.window.getByRole('alert')).toBeVisible()
    await expect(cut.window.getByText('No key is set.')).toBeVisible()
  } finally {
    await cut.app.close()
  }
})

test('one window opens the key for all of them', async () => {
  const dataDir = freshDataDir()
  const first = await startConsole({ dataDir, env: { ...english, ...stripe.env } })
  try {
    await toPayments(first.window)
    await offerKey(first.app, first.window, KEY)
    await expect(first.window.getByText('ends in W2mK')).toBeVisible()
  } finally {
    await first.app.close()
  }
  const { app, window } = await startConsole({ dataDir, env: { ...english, ...stripe.env } })
  try {
    const other = await anotherWindow(app)
    const dialogs = [window, other].map((each) =>
      each.getByRole('dialog', { name: 'Open the Stripe key' }),
    )
    for (const dialog of dialogs) await expect(dialog).toBeVisible()
    await dialogs[1]?.getByLabel('Passphrase').fill(WORDS)
    await dialogs[1]?.getByRole('button', { name: 'Open the key' }).click()
    for (const dialog of dialogs) await expect(dialog).toHaveCount(0)
  } finally {
    await app.close()
  }
})
