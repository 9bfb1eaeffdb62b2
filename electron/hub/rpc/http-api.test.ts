import { MessageChannel } from 'node:worker_threads'
import { createORPCClient, isDefinedError, safe } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { Contract } from '../../../shared/contract/contract.ts'
import { deskPorts } from './desk-port.ts'
import { restFace, type RestFace } from './test-bench/rest-face.ts'

let face: RestFace
beforeEach(async () => {
  face = await restFace(Date.now(), {
    info: () => {
      throw new Error('broken on purpose')
    },
  })
})
afterEach(() => face.close())

/** What these tests look at in an answer; each looks only at what its call tells. */
interface Answer {
  code: string
  message: string
  id: string
  station: { id: string }
  rows: unknown[]
}

async function rest(method: string, path: string, body?: unknown, shown = face.token) {
  const response = await fetch(`${face.url}/api${path}`, {
    method,
    headers: {
      authorization: `Bearer ${shown}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as Answer }
}
test('without the token nothing is told but the description', async () => {
  expect((await rest('GET', '/site', undefined, 'wrong')).status).toBe(401)
  expect((await fetch(`${face.url}/api/site`)).status).toBe(401)
  const response = await fetch(`${face.url}/api/openapi.json`)
  const described = (await response.json()) as { paths: object }
  expect(described).toMatchObject({
    openapi: expect.stringMatching(/^3\./),
    info: { title: 'Laddplan', version: '0' },
  })
  expect(Object.keys(described.paths)).toContain('/stations/{stationId}/commands')
})

test('bad input is refused with what is wrong, and an unknown call with where to look', async () => {
  const bad = await rest('POST', '/stations', { chargePointId: 'a\u0000b', colour: 'red' })
  expect(bad.status).toBe(400)
  expect(bad.body.message).toBe(
    'chargePointId: Use 1 to 48 characters without control characters. Unrecognized key: "colour".',
  )
  expect(bad.body).toMatchObject({ data: { issues: [{ path: ['chargePointId'] }, {}] } })
  expect((await rest('GET', '/nothing')).body.code).toBe('NO_SUCH_CALL')
  expect((await rest('GET', '/stations/not-a-uuid')).status).toBe(400)
  expect((await rest('GET', `/stations/${face.newId()}`)).body).toMatchObject({
    code: 'NOT_FOUND',
    data: { noun: 'station' },
  })
})

test.each(['stations', 'transactions', 'ocpp-messages', 'journal'])(
  'a place in the list of %s that is none is refused, not taken for its beginning',
  async (list) => {
    expect(await rest('GET', `/${list}?after=nowhere`)).toMatchObject({
      status: 400,
      body: { message: 'after: Hand back the `next` of the page before.' },
    })
  },
)

test('the description tells of the refusals that every call knows', async () => {
  const described = await fetch(`${face.url}/api/openapi.json`)
  const { paths } = (await described.json()) as {
    paths: Record<string, Record<string, { responses: object }>>
  }
  for (const path of Object.values(paths))
    for (const { responses } of Object.values(path))
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['400', '401', '403']))
})

test('a bug in one call is answered as such and harms no other', async () => {
  expect((await rest('GET', '/hub')).status).toBe(500)
  expect((await rest('GET', '/site')).body).toMatchObject({ timeZone: 'Europe/Stockholm' })
})

test('a command to a charger that is not there is refused', async () => {
  const made = await rest('POST', '/stations', { chargePointId: 'A' })
  const path = `/stations/${made.body.station.id}/commands`
  const request = { action: 'Reset', payload: { type: 'Soft' } }
  expect((await rest('POST', path, { request })).body.code).toBe('STATION_OFFLINE')
})

test('id tokens are put, found whatever their case, and removed', async () => {
  const put = await rest('PUT', '/id-tokens', { idToken: 'AbC1', status: 'Blocked' })
  const again = await rest('PUT', '/id-tokens', { idToken: 'ABC1', label: 'Ann' })
  expect(again.body).toMatchObject({ id: put.body.id, status: 'Accepted', label: 'Ann' })
  expect((await rest('DELETE', `/id-tokens/${put.body.id}`)).status).toBe(200)
  expect((await rest('GET', '/id-tokens')).body.rows).toEqual([])
})

test('the same contract answers over a WebSocket, with the token only', async () => {
  const refused = new WebSocket(`${face.url.replace('http', 'ws')}/api/rpc`)
  const status = await new Promise((resolve) => {
    refused.on('unexpected-response', (_request, response) => resolve(response.statusCode))
    refused.on('error', () => resolve('error'))
  })
  expect(status).toBe(401)
  const socket = new WebSocket(`${face.url.replace('http', 'ws')}/api/rpc`, {
    headers: { authorization: `Bearer ${face.token}` },
  })
  const client: ContractRouterClient<Contract> = createORPCClient(
    new SocketLink({ websocket: socket as unknown as globalThis.WebSocket }),
  )
  expect((await client.site.update({ name: 'Norra depån' })).name).toBe('Norra depån')
  const events = await client.live.follow({})
  for await (const event of events) {
    expect(event.kind === 'snapshot' && event.tables.site[0]?.name).toBe('Norra depån')
    break
  }
  socket.close()
})

test('closing lets go of a desk on a WebSocket, which would keep the server up for ever', async () => {
  const other = await restFace()
  const socket = new WebSocket(`${other.url.replace('http', 'ws')}/api/rpc`, {
    headers: { authorization: `Bearer ${other.token}` },
  })
  await new Promise((resolve) => socket.once('open', resolve))
  const gone = new Promise((resolve) => socket.once('close', resolve))
  await other.close()
  expect(await gone).toBe(1006)
})

test('the same contract answers a window over its MessagePort, refusals typed', async () => {
  const { port1, port2 } = new MessageChannel()
  deskPorts(face.router, face.sessions).serve(port1)
  const client: ContractRouterClient<Contract> = createORPCClient(new PortLink({ port: port2 }))
  port2.start()
  const made = await client.station.create({ chargePointId: 'A', authentication: 'none' })
  expect(made.key.password).toBeNull()
  const { error } = await safe(client.station.create({ chargePointId: 'A' }))
  expect(isDefinedError(error) && error.code).toBe('STATION_ID_TAKEN')
  const [entry] = (await client.journal.list({ noun: 'station' })).rows
  expect(entry).toMatchObject({ actor: 'desk', act: 'station.add' })
  port2.close()
})

describe('a body that can’t be taken is told what can', () => {
  const post = async (type: string, body: string) => {
    const headers = { authorization: `Bearer ${face.token}`, 'content-type': type }
    const response = await fetch(`${face.url}/api/stations`, { method: 'POST', headers, body })
    return { status: response.status, body: (await response.json()) as Answer }
  }

  test.each(['application/xml', 'text/plain', 'application/x-www-form-urlencoded'])(
    '%s',
    async (type) => {
      const { status, body } = await post(type, '<station/>')
      expect(status).toBe(415)
      expect(body.message).toContain('application/json')
    },
  )

  test('too large', async () => {
    const { status, body } = await post('application/json', `"${'x'.repeat(8 * 1024 * 1024)}"`)
    expect(status).toBe(413)
    expect(body.message).toContain('8 MiB')
  })

  test('JSON of any charset is taken', async () => {
    const station = JSON.stringify({ chargePointId: 'CP' })
    expect((await post('application/json; charset=utf-8', station)).status).toBe(201)
  })
})
