import { expect, type Locator, test } from '@playwright/test'
import { DAY } from '../../shared/time/instant.ts'
import { ask } from '../walk/desk.ts'
import { cards } from './phone.ts'
import { practiceDesk, type PracticeDesk } from './practice-desk.ts'
import { goToHash } from './take.ts'

let desk: PracticeDesk
test.beforeAll(async () => {
  desk = await practiceDesk()
})
test.afterAll(async () => {
  await desk.app.close()
})

/** Opens a payment among all, and the dialog that gives it back. */
async function beginRefund(id: string): Promise<Locator> {
  const { window } = desk
  await goToHash(window, `/payments/all/${id}`)
  await window.getByRole('complementary').getByRole('button', { name: 'Give back…' }).click()
  return window.getByRole('dialog', { name: 'Give back Visa •••• 4242' })
}

test('a payment is given back in two parts, and never more than is left of it', async () => {
  const { id } = await desk.paidVisit('REF 111', cards.pays)
  const give = async (amount: string, says: string) => {
    const dialog = await beginRefund(id)
    await expect(dialog).toContainText(says)
    await dialog.getByRole('textbox', { name: 'Amount' }).fill(amount)
    const button = dialog.getByRole('button', { name: `Refund kr ${amount}` })
    await expect(button).toBeDisabled()
    await dialog.getByRole('textbox', { name: 'In your own words' }).fill('The cable was cut')
    await button.click()
    await expect(dialog).toHaveCount(0)
  }
  await give('10.00', 'kr 43.70 can be given back.')
  await expect.poll(() => desk.detail(id).then(({ payment }) => payment.refundedMinor)).toBe(1_000)
  await give('5.50', 'kr 33.70 of kr 43.70 can be given back; kr 10.00 has been already.')
  await expect
    .poll(() => desk.detail(id).then(({ refunds }) => refunds.map(({ state }) => state)))
    .toEqual(['succeeded', 'succeeded'])

  const dialog = await beginRefund(id)
  await expect(dialog).toContainText(
    'kr 28.20 of kr 43.70 can be given back; kr 15.50 has been already.',
  )
  await dialog.getByRole('textbox', { name: 'In your own words' }).fill('Too much')
  await dialog.getByRole('textbox', { name: 'Amount' }).fill('28.21')
  await expect(dialog).toContainText('Give an amount up to kr 28.20.')
  await expect(dialog.getByRole('button', { name: /^Refund/ })).toBeDisabled()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(
    ask(desk.ready, 'POST', `/payments/${id}/refunds`, {
      ...{ amountMinor: 2_821, reason: 'duplicate', note: 'Too much' },
    }),
  ).rejects.toThrow(/ABOVE_REFUNDABLE.*2820/)
  expect((await desk.detail(id)).payment).toMatchObject({
    capturedMinor: 4_370,
    refundedMinor: 1_550,
  })
})

test('what a cardholder’s bank disputes is told with its deadline, and can’t be given back', async () => {
  const { window, double } = desk
  const payment = await desk.paidVisit('DSP 333', cards.pays)
  await double.openDispute(payment.stripeChargeId ?? '')
  await goToHash(window, '/payments/disputes')
  const row = window.getByRole('row', { name: /43\.70/ })
  await expect(row).toContainText('answer it', { timeout: 40_000 })
  await expect(window.getByRole('link', { name: /^Disputes\s*1$/ })).toBeVisible()
  await row.click()
  const inspector = window.getByRole('complementary')
  await expect(inspector).toContainText('Answer at Stripe before the day below')
  await expect(inspector).toContainText(/Answer by.* left/)
  await inspector.getByRole('link', { name: 'See the payment' }).click()
  await expect(inspector).toContainText(
    'The cardholder’s bank disputes this payment. What it decides comes instead of a refund.',
  )
  await expect(inspector.getByRole('button', { name: 'Give back…' })).toHaveCount(0)
  await expect(
    ask(desk.ready, 'POST', `/payments/${payment.id}/refunds`, {
      ...{ amountMinor: 100, reason: 'fraudulent', note: 'Try' },
    }),
  ).rejects.toThrow('PAYMENT_DISPUTED')
})

/** The last one: afterwards Stripe's clock is a day ahead of the hub's. */
test('a refund that fails a day later is told on Refunds and on its payment, until it is given anew', async () => {
  const { window, double } = desk
  const { id } = await desk.paidVisit('REF 222', cards.pays)
  await ask(desk.ready, 'POST', `/payments/${id}/refunds`, {
    ...{ amountMinor: 4_370, reason: 'requested_by_customer', note: 'Never charged' },
  })
  await expect
    .poll(() => desk.detail(id).then(({ refunds }) => refunds[0]?.state))
    .toBe('succeeded')
  expect(await desk.detail(id)).toMatchObject({ refundableMinor: 0, notRefundable: 'allRefunded' })

  await double.advance(DAY)
  await double.failRefund((await desk.detail(id)).refunds[0]?.stripeRefundId ?? '')
  await window.getByRole('link', { name: 'Refunds' }).click()
  const row = window.getByRole('row', { name: /Never charged/ })
  await expect(row).toContainText('failed', { timeout: 40_000 })
  await row.click()
  const inspector = window.getByRole('complementary')
  await expect(inspector).toContainText(
    'The bank sent it back: the payer does not have it. Give it back in another way.',
  )
  await inspector.getByRole('button', { name: 'Give back…' }).click()
  const dialog = window.getByRole('dialog')
  await expect(dialog).toContainText('kr 43.70 can be given back.')
  await dialog.getByRole('textbox', { name: 'In your own words' }).fill('To the new card')
  await dialog.getByRole('button', { name: 'Refund kr 43.70' }).click()
  await expect(window.getByText('No refund waits')).toBeVisible()
  expect((await desk.detail(id)).refunds.map(({ state }) => state).sort()).toEqual([
    'failed',
    'succeeded',
  ])
})
