import { afterEach, beforeEach, expect, test } from 'vitest'
import type { LiveEvent, LiveTable } from '../../../shared/contract/live.ts'
import { rightsOfTables } from '../../../shared/contract/table-rights.ts'
import { reportSpec } from '../../../shared/domain/report/spec.ts'
import type { Role } from '../../../shared/domain/user/role.ts'
import { savePreset } from '../report/presets.ts'
import { pins, type StaffedSite, staffedSite, windowAs } from './test-bench/staffed-site.ts'

let site: StaffedSite

beforeEach(async () => {
  site = await staffedSite()
})
afterEach(() => site.close())

const isMoney = (table: string) => rightsOfTables[table as LiveTable] === 'seeMoney'

const everyPayment = reportSpec.parse({
  kind: 'payments',
  period: { is: 'ago', unit: 'month', ago: 0 },
})

/** What a role is told: the tables of the snapshot that have rows, and those of the changes up to the site's. */
async function toldTo(as: Role): Promise<{ rows: string[]; changes: string[] }> {
  const { face } = site
  const { client, hangUp } = await windowAs(site, as)
  await face.store.work('test', (tx) => savePreset(tx, { name: 'Payments', spec: everyPayment }))
  const rows: string[] = []
  const changes: string[] = []
  for await (const event of await client.live.follow({})) {
    if (event.kind === 'snapshot') {
      rows.push(...withRows(event))
      await face.ask('PATCH', '/payment-terms', { legalName: `Depån AB ${as}` })
      await face.ask('PATCH', '/site', { name: `Depån ${as}` })
    }
    if (event.kind === 'changes') changes.push(...event.changes.map(({ table }) => table))
    if (changes.includes('site')) break
  }
  hangUp()
  return { rows, changes }
}

function withRows({ tables }: LiveEvent & { kind: 'snapshot' }): string[] {
  return Object.entries(tables).flatMap(([table, rows]) => (rows.length > 0 ? [table] : []))
}

test.each<[Role, boolean]>([
  ['viewer', false],
  ['attendant', true],
  ['operator', false],
  ['accountant', true],
  ['supervisor', true],
])('the live copy of the role %s holds money: %s', async (as, sees) => {
  const { rows, changes } = await toldTo(as)
  expect(rows).toEqual(expect.arrayContaining(['site', 'user']))
  const shown = rows.filter(isMoney)
  expect(shown).toEqual(sees ? expect.arrayContaining(['paymentTerms', 'reportPreset']) : [])
  expect(changes.includes('paymentTerms')).toBe(sees)
})

test('who logs in after another gets a snapshot of what they see, where the other stood and saw more or less', async () => {
  const { users } = site
  const { client, hangUp } = await windowAs(site, 'operator')
  const logIn = (as: Role) => client.session.logIn({ userId: users[as].id, pin: pins[as] })
  const firstFrom = async (from: object) => {
    for await (const event of await client.live.follow(from)) return event
    throw new Error('Nothing was told.')
  }
  const { position } = await firstFrom({})
  expect(await firstFrom(position)).toMatchObject({ kind: 'alive', position })
  await logIn('supervisor')
  const more = await firstFrom(position)
  expect(more.kind === 'snapshot' && withRows(more).some(isMoney)).toBe(true)
  await logIn('viewer')
  const less = await firstFrom(more.position)
  expect(less.kind === 'snapshot' && !withRows(less).some(isMoney)).toBe(true)
  hangUp()
})

test('a stream of server-sent events holds no more', async () => {
  const { face, users } = site
  const who = { userId: users.operator.id, pin: pins.operator }
  const { body } = await face.ask<{ token: string }>('POST', '/session', who)
  const stop = new AbortController()
  const response = await fetch(`${face.url}/api/live`, {
    headers: { authorization: `Bearer ${face.token}`, 'laddplan-session': body.token },
    signal: stop.signal,
  })
  let text = ''
  for await (const part of response.body ?? []) {
    text += Buffer.from(part).toString()
    if (text.includes('\n\n') && text.includes('data:')) break
  }
  const [, data = ''] = /^data: (.*)$/m.exec(text) ?? []
  const event = JSON.parse(data) as LiveEvent & { kind: 'snapshot' }
  expect(withRows(event)).toContain('user')
  expect(withRows(event).filter(isMoney)).toEqual([])
  stop.abort()
})

test('no live table holds what is kept of a PIN', async () => {
  expect(Object.keys(rightsOfTables)).not.toContain('userPin')
  const { client, hangUp } = await windowAs(site, 'supervisor')
  for await (const event of await client.live.follow({})) {
    expect(JSON.stringify(event)).not.toMatch(/scrypt|lockedUntil/)
    break
  }
  hangUp()
})
