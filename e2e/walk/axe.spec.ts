import { expect, test, type Page } from '@playwright/test'
import { startConsole, type Console } from '../app.ts'
import { english, idsOf } from './desk.ts'
import { expectNoViolations, paint, show } from './violations.ts'

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

for (const scheme of ['light', 'dark'] as const)
  test(`no screen breaks a rule of axe, ${scheme}`, async () => {
    const { window } = desk
    await paint(window, scheme)
    const [station = ''] = await idsOf(desk.ready, '/stations')
    const [transaction = ''] = await idsOf(desk.ready, '/transactions')
    const places = [
      '/stations',
      ...['', '/commands', '/configuration', '/messages', '/settings'].map(
        (part) => `/stations/${station}${part}`,
      ),
      '/transactions',
      `/transactions/${transaction}`,
      '/payments',
      ...['unpaid', 'refunds', 'unknown', 'disputes', 'payouts', 'ledger'].map(
        (tab) => `/payments/${tab}`,
      ),
      ...['', '/day', '/export', '/scheduled', '/invoices', '/bookkeeping'].map(
        (tab) => `/reports${tab}`,
      ),
      '/desk',
      '/till',
      '/till/reports',
      '/settings/till',
      '/settings/accounting',
      '/reports/invoices/run',
      '/adoption',
      '/timeline',
      '/load',
      '/readiness',
      '/readiness/wall',
      '/import/vehicle',
      '/import/booking',
      '/vehicles',
      '/vehicles/new',
      '/customers',
      '/recurring',
      '/recurring/new',
      '/settings/site',
      ...['', '/building', '/prices', '/feeders', '/new', '/wiring'].map(
        (part) => `/settings/grid${part}`,
      ),
      '/settings/bookings',
      '/settings/payments',
      '/settings/calendars',
      '/settings/tokens',
      '/settings/connection',
      '/settings/appearance',
      '/settings/journal',
      '/settings/about',
    ]
    for (const place of places) {
      await show(window, place)
      await expectNoViolations(window, place)
    }
    await lookAtTimeline(window)
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
