import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { DAY } from '../../shared/time/instant.ts'
import { freshDataDir } from '../app.ts'
import { ask } from '../walk/desk.ts'
import { cards } from './phone.ts'
import { practiceDesk } from './practice-desk.ts'
import { beginTaking, goToHash, saysIn } from './take.ts'

test('without a line to Stripe a card payment waits and says so, cash works; with the line it goes on by itself, once', async () => {
  const desk = await practiceDesk()
  const { window, double } = desk
  try {
    const byCard = await desk.visit('OFF 111', 10)
    const inCash = await desk.visit('OFF 222', 10)
    await double.offline(true)
    let dialog = await beginTaking(window, byCard, 'checkout')
    await dialog.getByRole('button', { name: /^Show the link for/ }).click()
    await expect(saysIn(dialog)).toContainText('waits to be sent')
    await expect(dialog).toContainText(
      'Stripe can’t be reached: it is sent as soon as it can. Cash and the like work now.',
    )
    await expect(window.getByRole('link', { name: /^Stripe/ })).toContainText('wait')
    await dialog.getByRole('button', { name: 'Done' }).last().click()

    dialog = await beginTaking(window, inCash, 'cash')
    await dialog.getByRole('button', { name: 'Exactly' }).click()
    await dialog.getByRole('button', { name: /^Take .*44\.00 in cash$/ }).click()
    await expect(saysIn(dialog)).toContainText('paid')
    await dialog.getByRole('button', { name: 'Done' }).last().click()

    // The answer to what is sent first is lost on the way: it has been carried out all the same.
    await double.fault('POST /v1/checkout/sessions', { kind: 'reset', when: 'after' })
    await double.offline(false)
    await expect
      .poll(() => desk.payment(byCard).then(({ payUrl }) => payUrl), { timeout: 60_000 })
      .not.toBeNull()
    const { payUrl } = await desk.payment(byCard)
    await double.payOnPage(payUrl ?? '', cards.pays)
    await expect.poll(() => desk.payment(byCard).then(({ state }) => state)).toBe('paid')
    await expect(window.getByRole('link', { name: 'Stripe ok' })).toBeVisible()
    const { bill, payments } = await desk.bill(byCard)
    expect(payments).toHaveLength(1)
    expect(bill.paidMinor).toBe(4_370)
    expect(await double.pages()).toBe(1)
  } finally {
    await desk.app.close()
  }
})

test('of what nobody answered for a day it is said that nobody knows; the ways out are shown, and giving up needs a reason', async () => {
  const dataDir = freshDataDir()
  const first = await practiceDesk({ dataDir })
  const visit = await first.visit('UNK 333', 10)
  try {
    await first.double.offline(true)
    await ask(first.ready, 'POST', '/payments', { billId: visit.billId, means: 'checkout' })
  } finally {
    await first.app.close()
  }
  // As if its first request had gone out a day ago and the line had broken before the answer.
  const file = new DatabaseSync(join(dataDir, 'site.db'))
  file.prepare('update stripeCall set firstSentAt = ?').run(Date.now() - DAY)
  file.close()

  const desk = await practiceDesk({ dataDir })
  const { window } = desk
  try {
    await goToHash(window, '/payments/unknown')
    const row = window.getByRole('row', { name: /UNK 333/ })
    await expect(row).toContainText('not known', { timeout: 60_000 })
    await row.click()
    const inspector = window.getByRole('complementary')
    await expect(inspector).toContainText('Stripe was told and never answered.')
    await inspector.getByRole('button', { name: 'Look again' }).click()
    await expect(inspector.getByRole('button', { name: 'Send it again' })).toBeVisible()
    await inspector.getByRole('button', { name: 'Give it up' }).click()
    const question = window.getByRole('dialog', { name: 'Give it up?' })
    const give = question.getByRole('button', { name: 'Give it up' })
    await expect(give).toBeDisabled()
    await question.getByLabel('What you saw at Stripe').fill('No payment there')
    await give.click()
    await expect(inspector).toContainText('Nothing was taken, and it can’t be paid any more.')
    await expect(window.getByText('Everything is known')).toBeVisible()
    // Now the bill can be paid anew.
    await ask(desk.ready, 'POST', '/payments', { billId: visit.billId, means: 'checkout' })
  } finally {
    await desk.app.close()
  }
})
