import { expect, test } from '@playwright/test'
import { ask } from '../walk/desk.ts'
import { cards } from '../money/phone.ts'
import { practiceDesk, type PracticeDesk } from '../money/practice-desk.ts'
import { goToHash } from '../money/take.ts'
import { expectNoViolations, show } from '../walk/violations.ts'
import { expectLocked, fatima, kim, logIn, takeIn } from './people.ts'

// One day at one desk: each goes on where the one before it left off.
test.describe.configure({ mode: 'serial' })

let desk: PracticeDesk
let paymentId: string
test.beforeAll(async () => {
  desk = await practiceDesk()
  await ask(desk.ready, 'PATCH', '/till-terms', { refundLimitMinor: 1_000 })
  paymentId = (await desk.paidVisit('APR 111', cards.pays)).id
  await takeIn(desk.ready, [kim, fatima])
})
test.afterAll(async () => {
  await desk.app.close()
})

/** The dialog that gives the payment back, with an amount and a reason. */
async function giveBack(amount: string): Promise<void> {
  const { window } = desk
  await goToHash(window, `/payments/all/${paymentId}`)
  await window.getByRole('complementary').getByRole('button', { name: 'Give back…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Give back Visa •••• 4242' })
  await dialog.getByRole('textbox', { name: 'Amount' }).fill(amount)
  await dialog.getByRole('textbox', { name: 'In your own words' }).fill('The cable was cut')
  await dialog.getByRole('button', { name: `Refund kr ${amount}` }).click()
}

test('a window that was open locks when the first users are taken in', async () => {
  const { window } = desk
  await expectLocked(window)
  await logIn(window, fatima)
})

test('a refund up to the limit needs nobody’s word', async () => {
  const { window } = desk
  await giveBack('10.00')
  await expect(window.getByRole('dialog')).toHaveCount(0)
  await expect
    .poll(() => desk.detail(paymentId).then(({ refunds }) => refunds))
    .toMatchObject([{ amountMinor: 1_000, givenBy: fatima.name, approvedBy: null }])
})

test('a refund above the limit waits for a supervisor at this window, and tells who agreed', async () => {
  const { window } = desk
  await giveBack('20.00')
  const dialog = window.getByRole('dialog', { name: 'A supervisor has to agree' })
  await expect(dialog).toContainText('Refund kr 20.00')
  await expect(dialog).toContainText(
    'With it kr 30.00 would be given back of this bill; the limit is kr 10.00.',
  )
  // Only supervisors can be asked, and there is one.
  await expect(dialog.getByRole('radio')).toHaveCount(1)
  await expectNoViolations(window, 'an approval', '[role="dialog"]')

  await dialog.getByLabel('PIN of Kim Berg').fill('9753')
  await window.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('That is not the PIN.')
  expect((await desk.detail(paymentId)).refunds).toHaveLength(1)
  await dialog.getByLabel('PIN of Kim Berg').fill(kim.pin)
  await dialog.getByRole('button', { name: 'Agree to: Refund kr 20.00' }).click()
  await expect(window.getByRole('dialog')).toHaveCount(0)
  await expect
    .poll(() => desk.detail(paymentId).then(({ refunds }) => refunds.map((one) => one.approvedBy)))
    .toEqual(expect.arrayContaining([null, kim.name]))
})

test('what is given up is not given back, and what was typed is still there', async () => {
  const { window } = desk
  await giveBack('12.00')
  const dialog = window.getByRole('dialog', { name: 'A supervisor has to agree' })
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  const refund = window.getByRole('dialog', { name: 'Give back Visa •••• 4242' })
  await expect(refund.getByRole('textbox', { name: 'Amount' })).toHaveValue('12.00')
  await expect(refund.getByRole('alert')).toHaveCount(0)
  await refund.getByRole('button', { name: 'Cancel' }).click()
  expect((await desk.detail(paymentId)).refunds).toHaveLength(2)
})

test('the journal finds the refund and the word that was given for it', async () => {
  const { window } = desk
  await show(window, '/journal')
  await window.getByRole('combobox', { name: 'Who' }).click()
  await window.getByRole('option', { name: fatima.name }).click()
  const lines = window.getByRole('grid', { name: 'Journal' }).getByRole('row')
  await expect(lines.filter({ hasText: 'Gave money back' })).toHaveCount(2)
  await expect(lines.filter({ hasText: 'Agreed to what is above a limit' })).toHaveCount(1)
  await lines.filter({ hasText: 'Agreed to what is above a limit' }).click()
  const inspector = window.getByRole('complementary')
  await expect(inspector.getByRole('row', { name: /agreed by/ })).toContainText(kim.name)
  await expect(inspector.getByRole('row', { name: /amount/ })).toContainText('kr 20.00')
})
