import { expect, test } from '@playwright/test'
import { startConsole, type Console } from '../app.ts'
import { savedBy } from '../saved-file.ts'
import { english, goTo } from '../walk/desk.ts'
import { CHARGED_KWH, energyShown, meteredDesk, openYesterday } from './depot.ts'

test.describe('a day on which two cars charged', () => {
  let desk: Console
  test.beforeAll(async () => {
    test.setTimeout(120_000)
    desk = await meteredDesk()
  })
  test.afterAll(async () => {
    await desk.app.close()
  })
  test.beforeEach(async () => {
    await openYesterday(desk)
  })

  const legend = () => desk.window.getByRole('list', { name: 'What the lines are' })
  const rowsDrawn = (as: 'area' | 'line') => desk.window.locator(`.recharts-${as}.lp-load-row`)
  const select = async (name: string, choice: string | RegExp) => {
    await desk.window.getByRole('combobox', { name }).click()
    await desk.window.getByRole('option', { name: choice }).first().click()
  }

  test('comes to what the registers moved, with its peak, and says how even it was', async () => {
    const { window } = desk
    await expect(
      window.getByRole('img', { name: /The whole site.*18\.0+ kWh, peak 9\.0+ kW/ }),
    ).toBeVisible()
    await expect(window.locator('.lp-load-sums')).toContainText('18 % of the limit')
    await expect(window.getByRole('heading', { name: 'Duration curve' })).toBeVisible()
    await expect(window.getByRole('heading', { name: 'Highest peaks' })).toBeVisible()
  })

  test('is split by station, in areas or lines, and set beside the day before', async () => {
    const { window } = desk
    await select('Split by', 'By station')
    await expect(legend()).toContainText('Bay 1')
    await expect(legend()).toContainText('Bay 2')
    await expect(rowsDrawn('area')).toHaveCount(2)
    await window.getByText('Lines', { exact: true }).click()
    await expect(rowsDrawn('line')).toHaveCount(2)
    await expect(rowsDrawn('area')).toHaveCount(0)
    await window.getByText('Stacked', { exact: true }).click()
    await expect(rowsDrawn('area')).toHaveCount(2)
    const beside = window.getByRole('button', { name: 'The day before' })
    await beside.click()
    await expect(beside).toHaveAttribute('aria-pressed', 'true')
    await beside.click()
    await select('Split by', 'By phase')
    await expect(window.getByText('do not tell their currents phase by phase')).toBeVisible()
    await select('Split by', 'In one')
  })

  test('of one station is that station’s alone', async () => {
    await select('Whose load', 'Bay 2')
    await expect.poll(() => energyShown(desk.window)).toBe(6)
    await select('Whose load', 'The whole site')
    await expect.poll(() => energyShown(desk.window)).toBe(CHARGED_KWH)
  })

  test('lies in its week, month and year, which keys lead to, and back to now', async () => {
    const { window } = desk
    const toNow = window.getByRole('button', { name: 'Back to now' })
    for (const [key, name] of [
      ['3', 'Week'],
      ['4', 'Month'],
      ['5', 'Year'],
    ] as const) {
      await window.keyboard.press(key)
      await expect(window.getByRole('radio', { name, exact: true })).toBeChecked()
      await expect.poll(() => energyShown(window)).toBe(CHARGED_KWH)
    }
    await window.keyboard.press('2')
    await expect(toNow).toBeEnabled()
    await window.keyboard.press('n')
    await expect(toNow).toBeDisabled()
    await window.keyboard.press('1')
    await expect(window.getByRole('radio', { name: 'Live', exact: true })).toBeChecked()
  })

  test('is saved as a table that adds up to the Wh, and as a picture', async () => {
    const { app, window } = desk
    const saveAs = (name: string, what: string) =>
      savedBy(app, name, async () => {
        await window.getByRole('button', { name: 'Export' }).click()
        await window.getByRole('menuitem', { name: what }).click()
        await expect(window.getByText('Saved').last()).toBeVisible()
      })
    await select('Split by', 'By station')
    const table = (await saveAs('load.csv', 'Table (CSV)')).toString('utf8')
    const [head = '', ...rows] = table
      .replace(/^\uFEFF/, '')
      .trim()
      .split('\r\n')
    expect(head).toBe('from,until,Bay 1 (kWh),Bay 2 (kWh),known (%),remarks')
    expect(rows).toHaveLength(96)
    const sumWh = (column: number) =>
      rows.reduce((sum, row) => sum + Math.round(Number(row.split(',')[column]) * 1_000), 0)
    expect([sumWh(2), sumWh(3)]).toEqual([12_000, 6_000])
    const picture = await saveAs('load.png', 'Picture (PNG)')
    expect(picture.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect(picture.length).toBeGreaterThan(10_000)
    await select('Split by', 'In one')
  })
})

test('without a station it says what will be seen, and how to get there', async () => {
  const { app, window } = await startConsole({ env: english })
  try {
    await goTo(window, 'Load')
    await expect(window.getByText('Nothing measured yet')).toBeVisible()
    await window.getByRole('link', { name: 'Connect a charger' }).click()
    await expect(window.getByRole('heading', { level: 1, name: /Connect/ })).toBeVisible()
  } finally {
    await app.close()
  }
})
