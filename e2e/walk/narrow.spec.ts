import { expect, test, type Locator, type Page } from '@playwright/test'
import { startConsole, type Console } from '../app.ts'
import { ask, english, goTo } from './desk.ts'

/** Enough stations that the table scrolls down, whose scrollbar takes width as well. */
const stations = Array.from({ length: 40 }, (_, index) => ({
  chargePointId: `NARROW-${index + 1}`,
  name: `Bay ${index + 1}`,
  zone: index % 2 === 0 ? 'North' : 'South',
}))

test('in a window of 1280 x 800 no table scrolls sideways, with details open or without', async () => {
  const desk = await startConsole({ env: english })
  const { window, ready } = desk
  try {
    await resize(desk, 1280, 800)
    await ask(ready, 'POST', '/stations/import', { stations })
    const table = window.getByRole('grid', { name: 'Stations' })
    const heads = () => table.getByRole('columnheader').allTextContents()
    await expect(window.getByRole('row').filter({ hasText: 'Bay 1' }).first()).toBeVisible()
    await expect.poll(() => sideways(window)).toEqual([])
    expect(await heads()).toContain('Make and model')

    await window.getByRole('row').nth(1).click()
    await expect(window.getByRole('complementary')).toBeVisible()
    await expect.poll(() => sideways(window)).toEqual([])
    expect(await heads()).toEqual(expect.arrayContaining(['Station', 'Power', 'Error']))

    // What somebody asks for is there all the same, if need be by scrolling.
    await window.getByRole('button', { name: 'Columns of Stations' }).click()
    const choice = window.getByRole('menuitemcheckbox', { name: 'Charge point id' })
    await expect(choice).not.toBeChecked()
    await choice.click()
    await expect(choice).toBeChecked()
    await expect(table.getByRole('columnheader', { name: 'Charge point id' })).toBeAttached()
  } finally {
    await desk.app.close()
  }
})

test('enlarged to 150 %, everything in the top bar stays in reach', async () => {
  const desk = await startConsole({ env: english })
  const { window, ready } = desk
  try {
    await resize(desk, 1280, 800)
    await ask(ready, 'POST', '/stations/import', { stations })
    await ask(ready, 'PATCH', '/site', { name: 'The northern depot', gridLimitW: 200_000 })
    await ask(ready, 'POST', '/pairing/open')
    await desk.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1.5),
    )
    const bar = window.getByRole('banner', { name: 'The site now' })
    for (const control of [
      bar.getByRole('button', { name: 'Close pairing' }),
      bar.getByRole('button', { name: /alarms/ }),
      bar.getByRole('button', { name: 'Find or do' }),
    ])
      await expect.poll(() => isWithin(window, control)).toBe(true)
    for (const place of ['Stations', 'Transactions', 'Connect', 'Settings']) {
      await goTo(window, place)
      await expect.poll(() => sideways(window)).toEqual([])
    }
  } finally {
    await desk.app.close()
  }
})

async function resize({ app }: Console, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  )
}

/** What scrolls sideways, by its class. */
function sideways(window: Page): Promise<string[]> {
  return window.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => element.scrollWidth > element.clientWidth)
      .filter((element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX))
      .map((element) => element.className),
  )
}

async function isWithin(window: Page, control: Locator): Promise<boolean> {
  const box = await control.boundingBox()
  const innerWidth = await window.evaluate(() => document.documentElement.clientWidth)
  return box !== null && box.x >= 0 && box.x + box.width <= innerWidth
}
