import { type Browser, chromium, expect, type Page } from '@playwright/test'

/** Card numbers that Stripe keeps for tests, by what they do. */
export const cards = {
  pays: '4242 4242 4242 4242',
  noFunds: '4000 0000 0000 9995',
  declined: '4000 0000 0000 0002',
  refundFails: '4000 0000 0000 5126',
} as const

/** A payer's phone: a browser that has nothing to do with the console but what the payer is shown. */
export async function payersPhone(): Promise<Browser> {
  const executablePath = process.env['BROWSER_BIN']
  if (executablePath === undefined)
    throw new Error('BROWSER_BIN is not set: start these tests with npm test')
  return chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
}

/** Opens the page to pay on, as whoever scans its code does. */
export async function openLink(phone: Browser, url: string): Promise<Page> {
  const page = await phone.newPage({ viewport: { width: 390, height: 844 }, locale: 'en-GB' })
  await page.goto(url)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  return page
}

/** Types a card in and presses the button. */
export async function payByCard(page: Page, number: string): Promise<void> {
  await page.getByLabel('Card number').fill(number)
  await page.getByRole('button', { name: /^(Pay|Reserve) SEK/ }).click()
}
