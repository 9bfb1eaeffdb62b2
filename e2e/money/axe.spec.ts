import { expect, type Page, test } from '@playwright/test'
import { z } from 'zod'
import { ask } from '../walk/desk.ts'
import { expectNoViolations, show } from '../walk/violations.ts'
import { plugIn } from './car.ts'
import { cards } from './phone.ts'
import { practiceDesk, type PracticeDesk, type Visit } from './practice-desk.ts'
import { beginTaking, callOff, choose } from './take.ts'

/** A day on which money went every way. */
let desk: PracticeDesk
let open: Visit
let paidId: string
let disputedId: string
let tariffId: string

const tariffs = z.object({ rows: z.array(z.object({ tariff: z.object({ id: z.string() }) })) })

test.beforeAll(async () => {
  desk = await practiceDesk()
  const { ready, double } = desk
  open = await desk.visit('AXE 100', 10)
  const unpaid = await desk.visit('AXE 200', 10, Date.now())
  const car = await plugIn(desk, unpaid)
  await car.start()
  await car.leave(5_000)
  paidId = (await desk.paidVisit('AXE 300', cards.pays)).id
  for (const note of ['A part', 'Another part'])
    await ask(ready, 'POST', `/payments/${paidId}/refunds`, {
      ...{ amountMinor: 500, reason: 'duplicate', note },
    })
  const { id } = await desk.paidVisit('AXE 400', cards.pays)
  await ask(ready, 'POST', `/payments/${id}/refunds`, {
    ...{ amountMinor: 4_370, reason: 'requested_by_customer', note: 'Never charged' },
  })
  await expect.poll(() => desk.refund(id).then(({ state }) => state)).toBe('succeeded')
  await double.failRefund((await desk.refund(id)).stripeRefundId ?? '')
  const disputed = await desk.paidVisit('AXE 500', cards.pays)
  disputedId = disputed.id
  await double.openDispute(disputed.stripeChargeId ?? '')
  tariffId = tariffs.parse(await ask(ready, 'GET', '/tariffs')).rows[0]?.tariff.id ?? ''
  await expect
    .poll(() => ask(ready, 'GET', '/disputes'), { timeout: 40_000 })
    .toMatchObject({ rows: [{ paymentId: disputedId }] })
  await expect
    .poll(() => desk.refund(id).then(({ state }) => state), { timeout: 40_000 })
    .toBe('failed')
})
test.afterAll(async () => {
  await desk.app.close()
})

test('nothing about money breaks a rule of axe', async () => {
  const { window } = desk
  for (const place of [
    '/payments/ledger',
    '/settings/payments',
    '/settings/tariffs',
    `/settings/tariffs/${tariffId}`,
    '/settings/tariffs/new',
  ]) {
    await show(window, place)
    await expectNoViolations(window, place)
  }
  await lookAtDetails(window)
  await lookAtTaking(window)
})

/** What lies beside the lists, and the dialogs that begin there. */
async function lookAtDetails(window: Page): Promise<void> {
  for (const [place, what] of [
    ['/payments/unpaid', 'a bill'],
    ['/payments/refunds', 'a refund that failed'],
    ['/payments/disputes', 'a dispute'],
    ['/payments', 'a payment'],
  ] as const) {
    await show(window, place)
    await window.getByRole('row').nth(1).click()
    await expect(window.getByRole('complementary')).toBeVisible()
    await expectNoViolations(window, what)
  }
  await show(window, `/payments/all/${paidId}`)
  await window.getByRole('button', { name: 'Give back…' }).click()
  await expect(window.getByRole('dialog')).toContainText('can be given back')
  await expectNoViolations(window, 'the refund dialog', '[role="dialog"]')
  await window.keyboard.press('Escape')
  await window.getByRole('complementary').getByRole('button', { name: 'Receipt…' }).first().click()
  await expect(window.getByRole('region', { name: 'The receipt' })).toBeVisible()
  await expectNoViolations(window, 'a receipt', '[role="dialog"]')
  await window.keyboard.press('Escape')
}

/** Taking a payment by every means, and one that is under way. */
async function lookAtTaking(window: Page): Promise<void> {
  const dialog = await beginTaking(window, open, 'cash')
  for (const means of ['reader', 'cash', 'invoice', 'externalTerminal', 'voucher'] as const) {
    // A field that has the focus takes a number for what is typed into it.
    await dialog.getByRole('radio', { checked: true }).focus()
    await choose(window, dialog, means)
    await expectNoViolations(window, `taking by ${means}`, '[role="dialog"]')
  }
  await dialog.getByRole('radio', { checked: true }).focus()
  await choose(window, dialog, 'checkout')
  await dialog.getByRole('button', { name: /^Show the link for/ }).click()
  await expect(dialog.getByRole('img', { name: /page to pay on/ })).toBeVisible()
  await expectNoViolations(window, 'a link to pay', '[role="dialog"]')
  await callOff(window, dialog)
  await expect(dialog).toContainText('Nothing was taken')
  await expectNoViolations(window, 'a payment that was called off', '[role="dialog"]')
  await window.keyboard.press('Escape')
}

test('every screen says that this is practice', async () => {
  const { window } = desk
  for (const place of [
    ...['/stations', '/timeline', '/load', '/readiness', '/transactions', '/payments'],
    ...['/payments/ledger', '/vehicles', '/customers', '/recurring', '/adoption'],
    ...['/import/booking', '/settings/site', '/settings/payments', '/settings/tariffs'],
  ]) {
    await show(window, place)
    await expect(
      window.getByRole('banner', { name: 'The site now' }).locator('.lp-bar-mode'),
      place,
    ).toHaveText('Practice:no money moves')
  }
})
