import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ReportPreset } from '../../../shared/domain/report/preset.ts'
import type { ReportSchedule } from '../../../shared/domain/report/schedule.ts'
import { DAY, HOUR } from '../../../shared/time/instant.ts'
import { reportedSite, type ReportedSite } from './test-bench/reported-site.ts'

let site: ReportedSite
beforeEach(async () => {
  site = await reportedSite()
})
afterEach(async () => {
  await site.close()
  rmSync(site.folder, { recursive: true, force: true })
})

const spec = {
  kind: 'billing',
  period: { is: 'ago', unit: 'day', ago: 1 },
  columns: [{ key: 'plate' }, { key: 'gross' }],
  dialect: 'rfc4180',
}

async function preset(name = 'Billing'): Promise<ReportPreset> {
  return (await site.ask<ReportPreset>('PUT', '/reports/presets', { name, spec })).body
}

async function scheduled(told: object = {}): Promise<ReportSchedule> {
  const { id: presetId } = await preset()
  const words = { presetId, every: 'day', atTime: '06:00', folder: site.folder, ...told }
  return (await site.ask<ReportSchedule>('PUT', '/reports/schedules', words)).body
}

/** What the hub does by itself now and then. */
const look = async () => {
  for (const { run } of site.reports.chores) await run()
}
const now = async (id: string) => (await site.store.reads.get('reportSchedule', id)) ?? null

test('each day has one file at its hour, also those on which the hub was off; each is of its day alone', async () => {
  const { id } = await scheduled()
  await site.stay({ plate: 'MON 001' })
  site.now += DAY
  await site.stay({ plate: 'TUE 002', wh: 5_000 })
  await look()
  expect(readdirSync(site.folder)).toEqual(['Billing 2026-03-02.csv'])
  site.now += 3 * DAY
  await look()
  expect(readdirSync(site.folder)).toEqual(
    ['02', '03', '04', '05'].map((day) => `Billing 2026-03-${day}.csv`),
  )
  const file = (day: string) =>
    readFileSync(join(site.folder, `Billing 2026-03-${day}.csv`), 'utf8')
  expect(file('02')).toBe('plate,gross\r\nMON 001,32.00\r\nTotal,32.00\r\n')
  expect(file('03')).toBe('plate,gross\r\nTUE 002,16.00\r\nTotal,16.00\r\n')
  expect(file('04')).toBe('plate,gross\r\n')
  expect(await now(id)).toMatchObject({ lastFile: 'Billing 2026-03-05.csv', lastError: null })
})

test('what was written once isn’t written again, even when it is gone', async () => {
  await scheduled()
  site.now += DAY
  await look()
  rmSync(join(site.folder, 'Billing 2026-03-02.csv'))
  await look()
  expect(readdirSync(site.folder)).toEqual([])
})

test('a folder that isn’t there is said, and made up for when it is: nothing is left out', async () => {
  const { id } = await scheduled()
  renameSync(site.folder, `${site.folder}-gone`)
  site.now += 2 * DAY
  await look()
  expect(await now(id)).toMatchObject({
    lastFailure: 'noFolder',
    lastError: expect.stringMatching(`^The folder isn't there. .*${site.folder}`),
  })
  await look()
  const alarm = (clearedAt: unknown) => ({ kind: 'reportNotWritten', detail: 'Billing', clearedAt })
  expect(await site.store.reads.find('alarm', {})).toMatchObject([alarm(null)])
  mkdirSync(site.folder)
  await look()
  expect(await site.store.reads.find('alarm', {})).toMatchObject([alarm(site.now)])
  expect(readdirSync(site.folder)).toEqual(['Billing 2026-03-02.csv', 'Billing 2026-03-03.csv'])
  expect(await now(id)).toMatchObject({ lastError: null, failedAt: null })
  const { body } = await site.ask<{ rows: { act: string }[] }>(
    'GET',
    '/journal?noun=reportSchedule',
  )
  const acts = body.rows.map(({ act }) => act)
  expect(acts.filter((act) => act === 'report.notWritten')).toHaveLength(1)
  expect(acts.filter((act) => act === 'report.written')).toHaveLength(2)
  rmSync(`${site.folder}-gone`, { recursive: true })
})

test('one that rests writes nothing, and all that it missed when it goes on', async () => {
  const { id } = await scheduled()
  await site.ask('POST', `/reports/schedules/${id}/pause`, { paused: true })
  site.now += 2 * DAY
  await look()
  expect(readdirSync(site.folder)).toEqual([])
  await site.ask('POST', `/reports/schedules/${id}/pause`, { paused: false })
  await look()
  expect(readdirSync(site.folder)).toHaveLength(2)
})

test('one that is run at once writes each period that has ended, and not the one that runs', async () => {
  const { id } = await scheduled({ atTime: '23:59', since: '2026-02-28' })
  const { body } = await site.ask<ReportSchedule>('POST', `/reports/schedules/${id}/run`, {})
  expect(body.lastFile).toBe('Billing 2026-03-01.csv')
  expect(readdirSync(site.folder)).toEqual(['Billing 2026-02-28.csv', 'Billing 2026-03-01.csv'])
})

test('a month has one file, on the first of the next', async () => {
  await scheduled({ every: 'month', fileNamePattern: 'bok-{period}' })
  site.now = Date.UTC(2026, 3, 1, 3)
  await look()
  expect(readdirSync(site.folder)).toEqual([])
  site.now += 2 * HOUR
  await look()
  expect(readdirSync(site.folder)).toEqual(['bok-2026-03.csv'])
})

test('two looks at once write each file once', async () => {
  await scheduled()
  site.now += 3 * DAY
  await Promise.all([look(), look(), look()])
  expect(readdirSync(site.folder)).toHaveLength(3)
  const { body } = await site.ask<{ rows: { act: string }[] }>(
    'GET',
    '/journal?noun=reportSchedule',
  )
  expect(body.rows.filter(({ act }) => act === 'report.written')).toHaveLength(3)
})

test('a folder is one that was chosen in a dialog, or named by a script in full', async () => {
  const { id: presetId } = await preset()
  const words = { presetId, every: 'day', atTime: '06:00' }
  const ask = (told: object) => site.ask('PUT', '/reports/schedules', { ...words, ...told })
  expect((await ask({})).body).toMatchObject({ code: 'FOLDER_NOT_CHOSEN' })
  expect((await ask({ folder: 'exports' })).body).toMatchObject({ code: 'FOLDER_NOT_CHOSEN' })
  const ticket = 'a-ticket-for-a-folder'
  expect((await ask({ ticket })).body).toMatchObject({ code: 'NO_SUCH_TICKET' })
  site.grants.grant({ ticket, of: 'folder', path: site.folder })
  expect((await ask({ ticket })).body).toMatchObject({ folder: site.folder })
})

test('an alarm of what can’t be written goes when that rests or is written no more', async () => {
  const [one, other] = [await scheduled(), await scheduled({ fileNamePattern: '{period}' })]
  rmSync(site.folder, { recursive: true })
  site.now += DAY
  await look()
  const standing = () => site.store.reads.find('alarm', { clearedAt: null })
  await site.ask('POST', `/reports/schedules/${one.id}/pause`, { paused: true })
  expect(await standing()).toHaveLength(1)
  await site.ask('DELETE', `/reports/schedules/${other.id}`)
  expect(await standing()).toEqual([])
})

test('two that write files of the same names into one folder are refused', async () => {
  const first = await scheduled()
  const { id: presetId } = await preset('BILLING')
  const words = { presetId, every: 'day', atTime: '07:00', folder: site.folder }
  const ask = async (told: object) =>
    (await site.ask('PUT', '/reports/schedules', { ...words, ...told })).body
  expect(await ask({})).toMatchObject({ code: 'FILE_TAKEN' })
  expect(await ask({ id: first.id, presetId: first.presetId })).toMatchObject({ atTime: '07:00' })
  expect(await ask({ fileNamePattern: 'other {period}' })).toMatchObject({ folder: site.folder })
  expect(await ask({ every: 'month' })).toMatchObject({ every: 'month' })
})

test('names that would replace each other are refused, and so is a report that isn’t there', async () => {
  const { id: presetId } = await preset()
  const words = { every: 'day', atTime: '06:00', folder: site.folder }
  const ask = (told: object) => site.ask('PUT', '/reports/schedules', { ...words, ...told })
  expect((await ask({ presetId, fileNamePattern: 'same.csv' })).body).toMatchObject({
    code: 'PATTERN_NOT_UNIQUE',
  })
  expect((await ask({ presetId: site.newId() })).body).toMatchObject({
    ...{ code: 'NOT_FOUND', data: { noun: 'reportPreset' } },
  })
})

test('a report that is forgotten is written no more', async () => {
  const { presetId } = await scheduled()
  expect((await site.ask('DELETE', `/reports/presets/${presetId}`)).status).toBe(200)
  expect(await site.store.reads.find('reportSchedule', {})).toEqual([])
})
