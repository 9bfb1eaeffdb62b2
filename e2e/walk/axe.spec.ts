import { expect, test, type Page } from '@playwright/test'
import { startConsole, type Console } from '../app.ts'
import { english, idsOf } from './desk.ts'
import { expectNoViolations, show } from './violations.ts'

/** The demo depot fills every screen with all that chargers do, the one with errors among them. */
let desk: Console

test.beforeAll(async () => {
  desk = await startConsole({ args: ['--demo', '--demo-speed', '60'], env: english })
  await expect
    .poll(() => idsOf(desk.ready, '/transactions').then((ids) => ids.length), { timeout: 60_000 })
    .toBeGreaterThan(3)
})

test.afterAll(async () => {
  await desk.app.close()
})

/** What is looked at together, each for as long as a test may take. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  'of what stands there and charges': [
    '/stations',
    '/transactions',
    '/adoption',
    '/timeline',
    '/load',
    '/readiness',
    '/readiness/wall',
  ],
  'of money': [
    '/payments',
    ...['unpaid', 'refunds', 'unknown', 'disputes', 'payouts', 'ledger'].map(
      (tab) => `/payments/${tab}`,
    ),
    '/desk',
    '/till',
    '/till/reports',
  ],
  'of reports': [
    ...['', '/day', '/export', '/scheduled', '/invoices', '/bookkeeping'].map(
      (tab) => `/reports${tab}`,
    ),
    '/reports/invoices/run',
    '/journal',
  ],
  'of the fleet': [
    '/import/vehicle',
    '/import/booking',
    '/vehicles',
    '/vehicles/new',
    '/customers',
    '/recurring',
    '/recurring/new',
  ],
  'of settings': [
    ...['site', 'grid', 'bookings', 'payments', 'till', 'accounting', 'tariffs', 'calendars'],
    ...['tokens', 'connection', 'users', 'appearance', 'about'],
  ].map((section) => `/settings/${section}`),
  'of the grid': ['/building', '/prices', '/feeders', '/new', '/wiring'].map(
    (part) => `/settings/grid${part}`,
  ),
}

for (const [name, places] of Object.entries(rooms))
  test(`no screen ${name} breaks a rule of axe`, async () => {
    for (const place of places) await lookAt(place)
  })

test('neither a station nor a transaction breaks a rule of axe', async () => {
  const [station = ''] = await idsOf(desk.ready, '/stations')
  const [transaction = ''] = await idsOf(desk.ready, '/transactions')
  for (const part of ['', '/commands', '/configuration', '/messages', '/settings'])
    await lookAt(`/stations/${station}${part}`)
  await lookAt(`/transactions/${transaction}`)
})

test('no booking breaks a rule of axe, whatever is done with it', async () => {
  await lookAtTimeline(desk.window)
})

test('no station in the inspector breaks a rule of axe, nor a question about it', async () => {
  const { window } = desk
  await show(window, '/stations')
  await window.getByRole('row').nth(1).click()
  await expect(window.getByRole('complementary')).toBeVisible()
  await expectNoViolations(window, 'a station in the inspector')
  await window.getByText('Tiles', { exact: true }).click()
  await expectNoViolations(window, 'tiles')
  await window.getByText('Table', { exact: true }).click()
  await window.getByRole('button', { name: 'Restart softly' }).click()
  await expect(window.getByRole('dialog')).toBeVisible()
  // What lies behind the question was looked at before, and is out of reach now.
  await expectNoViolations(window, 'a question before a physical act', '[role="dialog"]')
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'Close the details' }).click()
})

async function lookAt(place: string): Promise<void> {
  await show(desk.window, place)
  await expectNoViolations(desk.window, place)
}

/** The timeline with a booking open, asked about, picked up, and the forms beside it. */
async function lookAtTimeline(window: Page): Promise<void> {
  await show(window, '/timeline')
  const waiting = window.locator('.lp-tray [data-booking]').first()
  await waiting.click()
  await expect(window.getByRole('complementary')).toBeVisible()
  await expectNoViolations(window, 'a booking in the inspector')
  await window.getByRole('button', { name: 'Change…' }).click()
  await expect(window.getByRole('button', { name: 'Save' })).toBeVisible()
  await expectNoViolations(window, 'the booking form')
  await window.getByRole('complementary').getByRole('button', { name: 'Cancel' }).click()
  await window.getByRole('button', { name: 'What can be done' }).click()
  await window.getByRole('menuitem', { name: 'Move to…' }).click()
  await expectNoViolations(window, 'the Move dialog', '[role="dialog"]')
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'Pick up' }).click()
  await expect(window.locator('.lp-held')).toBeVisible()
  await expectNoViolations(window, 'a booking in the hand')
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'Close the details' }).click()
}
