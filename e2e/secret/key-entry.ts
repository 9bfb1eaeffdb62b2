import type { ElectronApplication, Page } from '@playwright/test'

/** A passphrase that seals keys in these tests. */
export const WORDS = 'rätt häst batteri klammer'

/** Goes to where the key is entered. */
export async function toPayments(window: Page): Promise<void> {
  await window.evaluate(() => {
    location.hash = '#/settings/payments'
  })
  await window.getByRole('heading', { level: 1, name: 'Payments' }).waitFor()
}

/**
 * Puts a key into its field as a person does, out of the clipboard: the test's driver never holds it in the page.
 * The clipboard is empty again afterwards.
 */
export async function pasteKey(app: ElectronApplication, window: Page, key: string): Promise<void> {
  await window.getByLabel('Restricted key').focus()
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), key)
  await window.keyboard.press('ControlOrMeta+v')
  await app.evaluate(({ clipboard }) => clipboard.clear())
}

/** Enters a key that a passphrase is to seal. */
export async function offerKey(app: ElectronApplication, window: Page, key: string): Promise<void> {
  await window.getByLabel('Passphrase', { exact: true }).fill(WORDS)
  await window.getByLabel('Passphrase once more').fill(WORDS)
  await pasteKey(app, window, key)
  await window.getByRole('button', { name: 'Check and keep the key' }).click()
}
