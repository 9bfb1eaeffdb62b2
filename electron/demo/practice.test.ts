import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openPractice } from './practice.ts'
import { type RestDouble, restDouble } from './test-bench/rest-double.ts'

let double: RestDouble
let dir: string
const to = (path: string) => double.told.filter((one) => one.path === `/api${path}`)

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'laddplan-practice-'))
  double = await restDouble(({ method }) => (method === 'GET' ? { rows: to('/readers') } : {}))
})
afterEach(async () => {
  await double.close()
  rmSync(dir, { recursive: true })
})

it('tells the hub where the depot pays, and gives the desk two readers', async () => {
  const practice = await openPractice(double.hub, dir)
  const [first] = to('/stripe/practice')
  const answer = await fetch(`${String(first?.body['url'])}/v1/balance`, {
    headers: { authorization: `Bearer ${String(first?.body['key'])}` },
  })
  expect(answer.status).toBe(200)
  expect(to('/readers').map(({ body }) => body['label'])).toEqual(['Desk', 'Booth'])
  await practice.close()
})

it('opens where it was before, so that links which are out there work, and adds no more readers', async () => {
  await (await openPractice(double.hub, dir)).close()
  await (await openPractice(double.hub, dir)).close()
  const [first, second] = to('/stripe/practice').map(({ body }) => body['url'])
  expect(second).toBe(first)
  expect(to('/readers')).toHaveLength(2)
})
