import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { MINUTE } from '../../../shared/time/instant.ts'
import { listen } from '../listen.ts'
import { receiptFace } from './receipt-face.ts'

let now = 0
let reads = 0
let server: Server
let url: string

beforeEach(async () => {
  now = 0
  reads = 0
  const serve = receiptFace(
    async (token) => {
      reads += 1
      return token === 'right' ? 'page' : null
    },
    () => now,
  )
  server = createServer((request, response) => void serve(request, response, request.url ?? ''))
  url = `http://127.0.0.1:${await listen(server, 0, '127.0.0.1', '--api-port')}/r/`
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

const statusOf = async (token: string, method = 'GET') =>
  (await fetch(url + token, { method })).status

test('nobody can try many tokens: after sixty in a minute an address has to wait, whatever it asks for', async () => {
  for (let times = 0; times < 60; times += 1) expect(await statusOf('wrong')).toBe(404)
  expect(await statusOf('wrong')).toBe(429)
  expect(await statusOf('right')).toBe(429)
  expect(reads).toBe(60)
  now = MINUTE
  expect(await statusOf('right')).toBe(200)
})

test('it is read, and nothing else', async () => {
  expect(await statusOf('right', 'POST')).toBe(405)
  const head = await fetch(`${url}right`, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
  expect(await statusOf('%2e%2e')).toBe(404)
})
