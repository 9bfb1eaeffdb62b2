import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import { MINUTE } from '../../shared/time/instant.ts'
import type { ReadyLine } from '../app.ts'
import { ask } from '../walk/desk.ts'

/** A phone as most drivers hold one. */
const PHONE = { width: 390, height: 844 }

export interface DriversPhone {
  readonly page: Page
  /** Whatever its browser complained of: a refused script, a missing file, an error of the page. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

/** Takes a phone out whose browser speaks that language; it knows nothing of the site yet. */
export async function takeOut(
  browser: Browser,
  siteUrl: string,
  {
    locale = 'en-GB',
    colorScheme = 'light' as 'light' | 'dark',
    reducedMotion = 'no-preference' as 'no-preference' | 'reduce',
  } = {},
): Promise<DriversPhone> {
  const context = await browser.newContext({
    ...{ viewport: PHONE, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
    ...{ locale, colorScheme, reducedMotion, timezoneId: 'Europe/Stockholm' },
  })
  const page = await context.newPage()
  const { host } = new URL(siteUrl)
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => {
    // Of Stripe's pages, and what they load, nothing is said here.
    const isOurs = new URL(message.location().url).host === host
    if (isOurs && message.type() === 'error') complaints.push(message.text())
  })
  return { page, complaints, close: () => context.close() }
}

/** Between when and when somebody may be there, as `yyyy-mm-dd` and `hh:mm` by the site's clock. */
export interface Between {
  readonly from: readonly [date: string, time: string]
  readonly until: readonly [date: string, time: string]
}

/** So many minutes from now, by the site's own clock. */
export async function comesAt(
  ready: ReadyLine,
  fromMin: number,
  untilMin: number,
): Promise<Between> {
  const { timeZone } = Object(await ask(ready, 'GET', '/site'))
  const wall = (minutes: number): [string, string] => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      ...{ timeZone, dateStyle: 'short', timeStyle: 'short' },
    })
    const [date = '', time = ''] = format.format(Date.now() + minutes * MINUTE).split(' ')
    return [date, time]
  }
  return { from: wall(fromMin), until: wall(untilMin) }
}

/** Asks for so many kWh within that time. */
export async function wishFor(page: Page, kWh: string, { from, until }: Between): Promise<void> {
  await page.getByRole('button', { name: 'Book a time' }).tap()
  await page.getByRole('radio', { name: /^Energy/ }).check()
  await page.getByRole('radio', { name: `${kWh} kWh` }).check()
  for (const [legend, [date, time]] of [
    ['You can be there from', from],
    ['You leave at the latest', until],
  ] as const) {
    const when = page.getByRole('group', { name: legend })
    await when.getByLabel('Day').fill(date)
    await when.getByLabel('Time').fill(time)
  }
  await page.getByRole('button', { name: 'Show times and prices' }).tap()
}

/** Asks for so many kWh within that time, and chooses the soonest window there is. */
export async function askForTime(page: Page, kWh: string, between: Between): Promise<void> {
  await wishFor(page, kWh, between)
  await page.getByRole('button', { name: /^Ready soonest/ }).tap()
  await expect(page.getByRole('heading', { level: 1, name: 'Your booking' })).toBeVisible()
}

/** Pays on Stripe's page, and waits until the phone is back at its own visit. */
export async function payThere(page: Page, number: string): Promise<void> {
  await page.waitForURL(/\/c\/pay\//)
  await page.getByLabel(/Card number|Kortnummer/).fill(number)
  await page.getByRole('button', { name: /^(Pay SEK|Betala \d)/ }).click()
  await page.waitForURL(/\/b\//)
}

/** A figure of a charge as it goes, by its name. */
export function figure(page: Page, name: string): Locator {
  const term = page.getByRole('term').filter({ hasText: new RegExp(`^${name}$`) })
  return page.getByRole('region').locator('.figure').filter({ has: term })
}
