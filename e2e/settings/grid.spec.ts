import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { freshDataDir, startConsole } from '../app.ts'
import { ask, english, idsOf } from '../walk/desk.ts'

/** Goes to a tab of the grid's settings. */
async function toTab(window: Page, name: string): Promise<void> {
  await window.getByRole('tab', { name }).click()
  await expect(window.getByRole('tab', { name, selected: true })).toBeVisible()
}

test('what the grid bears is told, feeders are hung on it, prices come from a file, and a limit holds for a while', async () => {
  const dataDir = freshDataDir()
  const { app, window, ready } = await startConsole({ dataDir, env: english })
  try {
    await ask(ready, 'PATCH', '/site', { timeZone: 'Europe/Stockholm' })
    for (const chargePointId of ['A1', 'A2', 'A3'])
      await ask(ready, 'POST', '/stations', { chargePointId, authentication: 'none' })
    await expect(window.getByRole('heading', { level: 1, name: 'Stations' })).toBeVisible()

    await window.getByRole('link', { name: 'Set the limit' }).click()
    await expect(window.getByRole('heading', { level: 1, name: 'Grid' })).toBeVisible()
    await window.getByLabel('Grid limit, power').fill('100')
    await window.getByLabel('Main fuse, each phase').fill('160')
    await window.getByRole('button', { name: 'Save the connection' }).click()
    await expect(window.getByRole('meter', { name: 'Load now' })).toHaveAttribute(
      'aria-valuetext',
      'Load 0.0 kW of 100.0 kW',
    )
    expect(await ask(ready, 'GET', '/site')).toMatchObject({
      gridLimitW: 100_000,
      gridLimitDa: 1_600,
    })

    await toTab(window, 'Feeders')
    await window.getByRole('button', { name: 'Add a feeder' }).click()
    await window.getByLabel('Name').fill('Board 1')
    await window.getByLabel('Limit, power').fill('44')
    await window.getByRole('button', { name: 'Add the feeder' }).click()
    await expect(window.getByRole('row', { name: /Board 1/ })).toContainText('44.0')

    await toTab(window, 'Wiring')
    await window.getByLabel('Choose A1').check()
    await window.getByLabel('Choose A2').check()
    await window.getByLabel('Hang them on').first().selectOption('Board 1')
    await window.getByRole('button', { name: 'Hang them on' }).click()
    await expect(window.getByText('Wired 2 stations')).toBeVisible()
    await window.getByLabel('Phases of A3').selectOption('L2-L3-L1')
    await expect(window.getByText('Wired A3')).toBeVisible()
    const [feederId] = await idsOf(ready, '/feeders')
    expect(await ask(ready, 'GET', '/stations')).toMatchObject({
      rows: [
        { chargePointId: 'A1', feederId },
        { chargePointId: 'A2', feederId },
        { chargePointId: 'A3', feederId: null, phaseRotation: 'STR' },
      ],
    })

    await toTab(window, 'Prices')
    await window.getByLabel('From a CSV file').check()
    await window.getByRole('button', { name: 'Save the prices' }).click()
    const file = join(dataDir, 'spotpriser.csv')
    const hours = ['00', '01', '02', '03'].map((hour) => `2026-06-01 ${hour}:00;${hour},5`)
    writeFileSync(file, ['Tid;Pris öre/kWh', ...hours, 'i övermorgon;dyrt'].join('\r\n'))
    const choosing = window.waitForEvent('filechooser')
    await window.getByRole('button', { name: 'Choose a CSV file' }).click()
    await (await choosing).setFiles(file)
    const preview = window.getByRole('region', { name: 'In spotpriser.csv' })
    await expect(preview).toContainText('4 steps read as öre/kWh')
    await expect(preview.getByRole('row').nth(1)).toContainText('6i övermorgon;dyrt')
    await expect(preview.getByRole('row').nth(1)).toContainText('The time can’t be read')
    await window.getByRole('button', { name: 'Take in 4 steps' }).click()
    await expect(window.getByText('Took in 4 steps from spotpriser.csv')).toBeVisible()
    const from = Date.UTC(2026, 4, 31, 22)
    expect(await ask(ready, 'GET', `/series/price?from=${from}&until=${from + 7_200_000}`)).toEqual(
      {
        rows: [
          { startsAt: from, endsAt: from + 3_600_000, value: 500 },
          { startsAt: from + 3_600_000, endsAt: from + 7_200_000, value: 1_500 },
        ],
      },
    )

    await window.getByRole('button', { name: 'Limit the site for a while' }).click()
    await window.getByLabel('Limit to').fill('60')
    await window.getByLabel('Because').fill('The grid company asked')
    await window.keyboard.press('Enter')
    const limited = window.getByRole('button', { name: /^60\.0 kW until/ })
    await expect(limited).toBeVisible()
    expect(await ask(ready, 'GET', '/limits')).toMatchObject({
      rows: [{ limitW: 60_000, reason: 'The grid company asked', setBy: 'desk' }],
    })
    await limited.click()
    await window.getByRole('button', { name: 'Lift the limit of 60.0 kW' }).click()
    await expect(limited).toHaveCount(0)
    expect(await ask(ready, 'GET', '/limits')).toEqual({ rows: [] })
    await window.keyboard.press('Escape')

    await toTab(window, 'Feeders')
    await window.getByRole('button', { name: 'Board 1' }).click()
    await window.getByRole('button', { name: 'Remove…' }).click()
    await window.getByRole('button', { name: 'Remove the feeder' }).click()
    await expect(window.getByText('No feeders yet')).toBeVisible()
    expect(await ask(ready, 'GET', '/stations')).toMatchObject({
      rows: [{ feederId: null }, { feederId: null }, { feederId: null }],
    })
  } finally {
    await app.close()
  }
})
