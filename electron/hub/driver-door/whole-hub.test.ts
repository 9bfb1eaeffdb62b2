import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { doorState } from '../../../shared/domain/driver-door/driver-door.ts'
import { type Hub, startHub } from '../hub.ts'
import { ask, post } from './test-bench/ask.ts'

const options = {
  ...{ host: '127.0.0.1', ocppPort: 0, apiPort: 0, appVersion: '0', demo: false },
  newHubSecret: false,
}
const logger = pino({ level: 'silent' })

let dataDir: string
let hub: Hub
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'laddplan-door-'))
  hub = await startHub({ ...options, dataDir }, { logger })
})
afterEach(async () => {
  await hub.close()
  rmSync(dataDir, { recursive: true })
})

const desk = () => ({ authorization: `Bearer ${readFileSync(hub.tokenFile, 'utf8').trim()}` })

/** As the desk does. */
async function atDesk(method: string, path: string, body?: object): Promise<Response> {
  const headers = { ...desk(), 'content-type': 'application/json' }
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  return fetch(`${hub.apiUrl}/api${path}`, { method, headers, ...sent })
}

/** How the door stands, as an answer of the desk's tells. */
async function stateIn(answer: Promise<Response>) {
  return z.object({ state: doorState }).parse(await (await answer).json()).state
}

async function layOpen(): Promise<number> {
  const state = await stateIn(atDesk('PATCH', '/driver-door', { exposure: 'lan', port: 0 }))
  expect(state).toMatchObject({ state: 'open', fault: null })
  return Number(new URL(state.urls[0] ?? '').port)
}

test('phones come in once a person has said so, and the desk’s calls are not among theirs', async () => {
  expect(await stateIn(atDesk('GET', '/driver-door'))).toMatchObject({ state: 'closed' })
  const port = await layOpen()
  const page = await ask(port, '/charge')
  expect([page.status, page.text.includes('"slug":"charge","site":{"name":')]).toEqual([200, true])
  expect((await ask(port, '/api/site')).status).toBe(200)
  for (const path of ['/api/bookings', '/api/stations', '/api/driver-door', '/api/openapi.json']) {
    const answer = await ask(port, path, { headers: desk() })
    expect([path, answer.status]).toEqual([path, 404])
  }
  expect((await post(port, '/api/bookings', {}, { headers: desk() })).status).toBe(404)
  expect((await ask(port, '/api/visit', { headers: desk() })).status).toBe(404)
})

test('what phones may ask isn’t answered at the desk’s port, with or without its token', async () => {
  await layOpen()
  for (const path of ['/line', '/visit/pay', '/visit/check', '/visit/cancel'])
    expect([path, (await atDesk('POST', path, {})).status]).toEqual([path, 404])
  expect((await fetch(`${hub.apiUrl}/api/site/live`)).status).toBe(401)
  expect((await fetch(`${hub.apiUrl}/charge`)).status).toBe(401)
})

test('the door opens again with the hub', async () => {
  await layOpen()
  await hub.close()
  hub = await startHub({ ...options, dataDir }, { logger })
  expect(await stateIn(atDesk('GET', '/driver-door'))).toMatchObject({ state: 'open' })
})
