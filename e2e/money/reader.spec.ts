import { expect, type Locator, test } from '@playwright/test'
import { cards } from './phone.ts'
import { practiceDesk, type PracticeDesk } from './practice-desk.ts'
import { beginTaking, choose, saysIn } from './take.ts'

let desk: PracticeDesk
test.beforeAll(async () => {
  desk = await practiceDesk()
})
test.afterAll(async () => {
  await desk.app.close()
})

/** Sends what the open form asks for to a reader, and waits until it asks for the card; its id. */
async function send(dialog: Locator, name: string): Promise<string> {
  const readers = dialog.getByRole('combobox', { name: 'Card reader' })
  await readers.click()
  await desk.window.getByRole('option', { name, exact: true }).click()
  await dialog.getByRole('button', { name: /^Send .*43\.70 to the reader$/ }).click()
  await expect(dialog).toContainText(`${name} The reader asks for the card now.`)
  return desk.readerId(name)
}

const close = (dialog: Locator) => dialog.getByRole('button', { name: 'Done' }).last().click()

test('a card that is held to the reader pays', async () => {
  const visit = await desk.visit('RDR 111', 10)
  const dialog = await beginTaking(desk.window, visit, 'reader')
  await desk.double.presentCard(await send(dialog, 'Desk'), cards.pays)
  await expect(saysIn(dialog)).toContainText('paid')
  expect(await desk.payment(visit)).toMatchObject({ state: 'paid', capturedMinor: 4_370 })
  await close(dialog)
})

test('who presses cancel on the reader pays nothing, and it is said', async () => {
  const visit = await desk.visit('RDR 222', 10)
  const dialog = await beginTaking(desk.window, visit, 'reader')
  await desk.double.cancelOnReader(await send(dialog, 'Desk'))
  await expect(dialog).toContainText('The driver pressed cancel on the reader.')
  await expect(saysIn(dialog)).toContainText('declined')
  await dialog.getByRole('button', { name: 'Another means' }).click()
  await choose(desk.window, dialog, 'cash')
  await dialog.getByRole('button', { name: 'Exactly' }).click()
  await dialog.getByRole('button', { name: /^Take .*44\.00 in cash$/ }).click()
  await expect(saysIn(dialog)).toContainText('paid')
  await close(dialog)
})

test('a card that is declined at the reader is told in words; tried again, another one pays, once', async () => {
  const visit = await desk.visit('RDR 333', 10)
  const dialog = await beginTaking(desk.window, visit, 'reader')
  await desk.double.presentCard(await send(dialog, 'Booth'), cards.noFunds)
  await expect(dialog).toContainText('There is not enough money on the card.')
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await desk.double.presentCard(await send(dialog, 'Booth'), cards.pays)
  await expect(saysIn(dialog)).toContainText('paid')
  await expect.poll(() => desk.bill(visit).then(({ bill }) => bill.paidMinor)).toBe(4_370)
  await close(dialog)
})

test('a reader that is busy can’t be chosen, and one that has lost its line says so', async () => {
  const { window, double } = desk
  const first = await beginTaking(window, await desk.visit('RDR 444', 10), 'reader')
  const deskReader = await send(first, 'Desk')
  await close(first)

  const second = await beginTaking(window, await desk.visit('RDR 555', 10), 'reader')
  await second.getByRole('combobox', { name: 'Card reader' }).click()
  await expect(window.getByRole('option', { name: 'Desk (busy)' })).toHaveAttribute(
    'data-combobox-disabled',
    'true',
  )
  await window.getByRole('option', { name: 'Booth', exact: true }).click()
  await double.readerIsOffline(await desk.readerId('Booth'), true)
  await second.getByRole('button', { name: /^Send .*43\.70 to the reader$/ }).click()
  await expect(second).toContainText('The reader is offline. Check its power and network.')
  await second.getByRole('button', { name: 'Another means' }).click()
  await second.getByRole('button', { name: 'Cancel' }).click()
  await double.presentCard(deskReader, cards.pays)
  await double.readerIsOffline(await desk.readerId('Booth'), false)
})
