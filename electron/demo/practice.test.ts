import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openPractice } from './practice.ts'

type Told = { path: string; body: Record<string, unknown> }
let told: Told[] = []
const to = (path: string) => told.filter((one) => one.path === `/api${path}`)

/** The hub's REST interface as far as this goes. */
const http = createServer((request, response) => {
  const path = request.url ?? ''
  const respond = (answer: object) => response.writeHead(200).end(JSON.stringify(answer))
  if (request.method === 'GET') return respond({ rows: to('/readers') })
  let text = ''
  request.on('data', (part) => (text += String(part)))
  request.on('end', () => {
    told.push({ path, body: JSON.parse(text) })
    respond({})
  })
  return undefined
})
let hub = { api: '', token: 'token' }
let dir: string

beforeEach(async () => {
  told = []
  dir = mkdtempSync(join(tmpdir(), 'laddplan-practice-'))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const address = http.address()
  if (address === null || typeof address === 'string') throw new Error('not listening')
  hub = { ...hub, api: `http://127.0.0.1:${address.port}` }
})
afterEach(async () => {
  http.closeAllConnections()
  await new Promise((resolve) => http.close(resolve))
  rmSync(dir, { recursive: true })
})

it('tells the hub where the depot pays, and gives the desk two readers', async () => {
  const practice = await openPractice(hub, dir)
  const [first] = to('/stripe/practice')
  const answer = await fetch(`${String(first?.body['url'])}/v1/balance`, {
    headers: { authorization: `Bearer ${String(first?.body['key'])}` },
  })
  expect(answer.status).toBe(200)
  expect(to('/readers').map(({ body }) => body['label'])).toEqual(['Desk', 'Booth'])
  await practice.close()
})

it('opens where it was before, so that links which are out there work, and adds no more readers', async () => {
  await (await openPractice(hub, dir)).close()
  await (await openPractice(hub, dir)).close()
  const [first, second] = to('/stripe/practice').map(({ body }) => body['url'])
  expect(second).toBe(first)
  expect(to('/readers')).toHaveLength(2)
})
