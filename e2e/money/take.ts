import { expect, type Locator, type Page } from '@playwright/test'
import type { PaymentMeans } from '../../shared/domain/payment/payment.ts'
import type { Visit } from './practice-desk.ts'

/** Goes to a place in the window by its address. */
export async function goToHash(window: Page, hash: string): Promise<void> {
  await window.evaluate((place) => {
    location.hash = place
  }, hash)
}

/** Opens the booking of a visit beside the timeline; the inspector. */
export async function openBooking(window: Page, { bookingId }: Visit): Promise<Locator> {
  await goToHash(window, `/timeline/${bookingId}`)
  const inspector = window.getByRole('complementary')
  await expect(inspector.getByRole('button', { name: /^(Pay now|Take payment)$/ })).toBeVisible()
  return inspector
}

/** The number keys of the means, in the order in which a site offers them. */
const KEYS: Readonly<Record<PaymentMeans, string>> = {
  checkout: '1',
  reader: '2',
  swish: '3',
  cash: '4',
  invoice: '5',
  externalTerminal: '6',
  voucher: '7',
}

/** Begins to take a payment of a visit from its booking, by the keys of the desk; the dialog. */
export async function beginTaking(
  window: Page,
  visit: Visit,
  means: PaymentMeans,
): Promise<Locator> {
  const inspector = await openBooking(window, visit)
  await inspector.getByRole('button', { name: /^(Pay now|Take payment)$/ }).click()
  const dialog = window.getByRole('dialog', { name: `Payment of ${visit.plate}` })
  await choose(window, dialog, means)
  return dialog
}

/** Chooses a means in the open dialog by its key. */
export async function choose(
  window: Page,
  dialog: Locator,
  means: PaymentMeans,
  how = 'How',
): Promise<void> {
  await expect(dialog.getByRole('radiogroup', { name: how })).toBeVisible()
  await window.keyboard.press(KEYS[means])
  await expect(dialog.getByRole('radio', { checked: true })).toHaveCount(1)
}

/** What the open dialog says of its payment. */
export const saysIn = (dialog: Locator) => dialog.locator('.lp-take-state')

/** Calls the payment of the open dialog off, and says so once more where that is asked. */
export async function callOff(window: Page, dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Cancel the payment' }).click()
  await window
    .getByRole('dialog', { name: 'Cancel this payment?' })
    .getByRole('button', { name: 'Cancel the payment' })
    .click()
}
