import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startHub, type Hub } from './hub.ts'
import { listen } from './listen.ts'

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

function start(wish: { host?: string; ocppPort?: number; apiPort?: number } = {}): Promise<Hub> {
  const ports = { ocppPort: 0, apiPort: 0 }
  const options = { dataDir: dir, host: '127.0.0.1', ...ports, appVersion: '0', demo: false }
  return startHub({ ...options, ...wish }, { logger: quiet })
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
