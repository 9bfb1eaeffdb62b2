import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { startHub, type Hub, type HubSurroundings } from './hub.ts'
import { listen } from './listen.ts'
import { eventually } from './ocpp/server/test-bench/eventually.ts'
import { fastTimers } from './ocpp/server/test-bench/fast-timers.ts'
import { Refused, wireCharger } from './ocpp/server/test-bench/wire-charger.ts'

const quiet = pino({ level: 'silent' })

let dir: string
let occupant: Server
let taken: number

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'laddplan-start-'))
  occupant = createServer()
  taken = await listen(occupant, 0, '127.0.0.1', '')
})
afterEach(() => {
  occupant.close()
  rmSync(dir, { recursive: true })
})

interface Wish {
  host?: string
  ocppPort?: number
  apiPort?: number
  newHubSecret?: boolean
}

function start(wish: Wish = {}, surroundings: HubSurroundings = {}): Promise<Hub> {
  const ports = { ocppPort: 0, apiPort: 0 }
  const options = {
    dataDir: dir,
    host: '127.0.0.1',
    ...ports,
    appVersion: '0',
    demo: false,
    newHubSecret: false,
  }
  return startHub({ ...options, ...wish }, { logger: quiet, ...surroundings })
}

async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listen(server, 0, '127.0.0.1', '')
  await new Promise((resolve) => server.close(resolve))
  return port
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

test('a hub that finds a port taken says which flag helps and leaves nothing open', async () => {
  const ocppPort = await freePort()
  await expect(start({ ocppPort, apiPort: taken })).rejects.toThrow(/--api-port/)
  expect(await isOpen(ocppPort)).toBe(false)
  await expect(start({ ocppPort: taken })).rejects.toThrow(/--ocpp-port/)
  // Nor does it hold the folder.
  const hub = await start({ ocppPort })
  expect(await isOpen(ocppPort)).toBe(true)
  await hub.close()
  expect(await isOpen(ocppPort)).toBe(false)
})

test('an address that is not this machine’s is told as such', async () => {
  await expect(start({ host: '192.0.2.1' })).rejects.toThrow(/no address 192\.0\.2\.1.*--host/)
})

test('a hub whose secret is lost says so instead of locking every charger out, and goes on when told to', async () => {
  const secretFile = join(dir, 'hub-secret')
  const first = await start()
  await first.close()
  rmSync(secretFile)
  const second = await start() // no keys yet: nothing was lost
  const password = 'the key of a charger'
  await addStation(second, 'CP', password)
  await second.close()
  rmSync(secretFile)
  await expect(start()).rejects.toThrow(/hub-secret is missing.*Restore.*--new-hub-secret/)
  expect(existsSync(secretFile)).toBe(false)
  const hub = await start({ newHubSecret: true })
  await expect(wireCharger(hub.ocppUrl, 'CP', { password })).rejects.toBeInstanceOf(Refused)
  await addStation(hub, 'CP2', password)
  const charger = await wireCharger(hub.ocppUrl, 'CP2', { password })
  await charger.close()
  await hub.close()
  await (await start({ newHubSecret: true })).close() // a secret that is there stays
})

test('a hub whose secret is lost says so where there are PINs alone, and takes them away when told to', async () => {
  const secretFile = join(dir, 'hub-secret')
  const first = await start()
  const wish = { name: 'Kim', role: 'supervisor', pin: '1928' }
  const made = await ask(first, 'POST', '/users', wish)
  const { id } = z.object({ id: z.string() }).parse(await made.json())
  const logIn = async (hub: Hub, pin: string) =>
    (await ask(hub, 'POST', '/session', { userId: id, pin })).status
  expect(await logIn(first, '1928')).toBe(200)
  await first.close()
  rmSync(secretFile)
  await expect(start()).rejects.toThrow(/nobody's PIN can be checked/)
  const hub = await start({ newHubSecret: true })
  expect(await logIn(hub, '1928')).toBe(403)
  expect((await ask(hub, 'PUT', `/users/${id}/pin`, { pin: '2917' })).status).toBe(200)
  expect(await logIn(hub, '2917')).toBe(200)
  await hub.close()
})

test('a hub lives by the clock that it is given: its chargers, its rows and its chores', async () => {
  const startsAt = Date.UTC(2030, 5, 3, 15)
  const hub = await start({}, { time: fastTimers(3_600, startsAt) })
  const password = 'the key of a charger'
  await addStation(hub, 'CP', password)
  const charger = await wireCharger(hub.ocppUrl, 'CP', { password })
  const [, , beat] = await charger.call('Heartbeat', {})
  const told = Date.parse(z.object({ currentTime: z.string() }).parse(beat).currentTime)
  expect(told).toBeGreaterThan(startsAt)
  expect(new Date(told).getUTCFullYear()).toBe(2030)
  // A quarter of an hour is over in a quarter of a second.
  const opened = await ask(hub, 'POST', '/pairing/open', {})
  expect(openUntil.parse(await opened.json())).toEqual({ openUntil: expect.any(Number) })
  await eventually(async () => {
    const seen = await ask(hub, 'GET', '/pairing')
    expect(openUntil.parse(await seen.json())).toEqual({ openUntil: null })
  })
  await charger.close()
  await hub.close()
})

const openUntil = z.object({ openUntil: z.int().nullable() })

async function addStation(hub: Hub, chargePointId: string, password: string): Promise<void> {
  const response = await ask(hub, 'POST', '/stations', { chargePointId, password })
  expect(response.status).toBe(201)
}

function ask(hub: Hub, method: string, path: string, body?: object): Promise<Response> {
  const token = readFileSync(hub.tokenFile, 'utf8').trim()
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const init =
    body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) }
  return fetch(`${hub.apiUrl}/api${path}`, init)
}
