import { expect, type Locator, test } from '@playwright/test'
import { choose, goToHash } from './take.ts'
import { practiceDesk, type PracticeDesk, type Visit } from './practice-desk.ts'

const swedish = { LANG: 'sv_SE.UTF-8', LANGUAGE: 'sv' }

let desk: PracticeDesk
test.beforeAll(async () => {
  desk = await practiceDesk({ env: swedish })
})
test.afterAll(async () => {
  await desk.app.close()
})

/** Opens the take dialog of a visit, in Swedish. */
async function begin({ bookingId, plate }: Visit): Promise<Locator> {
  const { window } = desk
  await goToHash(window, `/timeline/${bookingId}`)
  await window.getByRole('complementary').getByRole('button', { name: 'Betala nu' }).click()
  return window.getByRole('dialog', { name: `Betalning för ${plate}` })
}

const state = (dialog: Locator) => dialog.locator('.lp-take-state')

test('in Swedish: rounding to whole coins and the change are told before cash is taken', async () => {
  const visit = await desk.visit('KON 111', 10)
  const dialog = await begin(visit)
  await choose(desk.window, dialog, 'cash', 'Hur')
  await expect(dialog).toContainText('Avrundat till hela mynt: 44,00 kr att betala.')
  await dialog.getByRole('textbox', { name: 'Erhållet' }).fill('40')
  const take = dialog.getByRole('button', { name: /^Ta 44,00.kr kontant$/ })
  await expect(dialog).toContainText('Ange minst 44,00 kr.')
  await expect(take).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Erhållet' }).fill('100')
  await expect(dialog).toContainText(/Växel\s*56,00.kr/)
  await take.click()
  await expect(state(dialog)).toContainText('betald')
  await expect(dialog).toContainText(/Växel\s*56,00.kr/)
  expect(await desk.payment(visit)).toMatchObject({
    ...{ means: 'cash', capturedMinor: 4_370, roundingMinor: 30 },
    ...{ tenderedMinor: 10_000, changeMinor: 5_600 },
  })
  await dialog.getByRole('button', { name: 'Klar' }).last().click()
})

test('a part at another terminal, a part given away with a reason, the rest in cash: three payments, one bill', async () => {
  const { window } = desk
  const visit = await desk.visit('DEL 222', 10)
  const dialog = await begin(visit)
  const part = async (amount: string) => {
    await dialog.getByRole('button', { name: 'Ta en del…' }).click()
    await dialog.getByRole('textbox', { name: 'Belopp' }).fill(amount)
  }
  await choose(window, dialog, 'externalTerminal', 'Hur')
  await part('20')
  const write = dialog.getByRole('button', { name: /^Skriv upp 20,00.kr$/ })
  await expect(write).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Numret på slippen' }).fill('T-771')
  await write.click()
  await expect(state(dialog)).toContainText('betald')

  await dialog.getByRole('button', { name: 'Ta betalt' }).click()
  await expect(dialog).toContainText(/23,70.kr/)
  await choose(window, dialog, 'voucher', 'Hur')
  await part('3,20')
  const give = dialog.getByRole('button', { name: /^Bjud på 3,20.kr$/ })
  await expect(give).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Varför det bjuds på' }).fill('Fick vänta')
  await give.click()
  await expect(state(dialog)).toContainText('betald')

  await dialog.getByRole('button', { name: 'Ta betalt' }).click()
  await choose(window, dialog, 'cash', 'Hur')
  await expect(dialog).toContainText('Avrundat till hela mynt: 21,00 kr att betala.')
  await dialog.getByRole('button', { name: 'Jämnt' }).click()
  await dialog.getByRole('button', { name: /^Ta 21,00.kr kontant$/ }).click()
  await expect(state(dialog)).toContainText('betald')
  await dialog.getByRole('button', { name: 'Klar' }).last().click()
  await expect(window.getByRole('complementary')).toContainText('Betald: 43,70 kr')

  const { bill, payments } = await desk.bill(visit)
  expect(bill.paidMinor).toBe(4_370)
  expect(
    payments.map(({ means, capturedMinor, reference, note }) => [
      ...[means, capturedMinor, reference, note],
    ]),
  ).toEqual(
    expect.arrayContaining([
      ['externalTerminal', 2_000, 'T-771', ''],
      ['voucher', 320, '', 'Fick vänta'],
      ['cash', 2_050, '', ''],
    ]),
  )
})
