import { RPCClient } from 'ocpp-rpc'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listening, type Listening } from './test-bench/listening.ts'
import { memoryDesk, type MemoryDesk } from './test-bench/memory-desk.ts'

const PASSWORD = 'correct horse battery'

let desk: MemoryDesk
let hub: Listening
const clients: RPCClient[] = []

beforeEach(async () => {
  desk = memoryDesk({ CP1: PASSWORD })
  hub = await listening(desk)
})

afterEach(async () => {
  for (const open of clients.splice(0)) await open.close({ force: true })
  await hub.stop()
})

/** A client that others maintain, holding both sides to the specification's schemas. */
function client(password: string): RPCClient {
  const options = {
    endpoint: hub.url,
    identity: 'CP1',
    password,
    protocols: ['ocpp1.6'],
    strictMode: true,
    reconnect: false,
  }
  // Its types ask for every option although each has a default.
  const made = new RPCClient(options as unknown as ConstructorParameters<typeof RPCClient>[0])
  clients.push(made)
  return made
}

test('a strict client of another project boots, calls and is called', async () => {
  const charger = client(PASSWORD)
  charger.handle('Reset', async () => ({ status: 'Accepted' }))
  await charger.connect()
  expect(charger.protocol).toBe('ocpp1.6')
  const boot = { chargePointVendor: 'V', chargePointModel: 'M' }
  expect(await charger.call('BootNotification', boot)).toMatchObject({ status: 'Accepted' })
  expect(await hub.server.call('CP1', 'Reset', { type: 'Hard' })).toMatchObject({
    kind: 'result',
    payload: { status: 'Accepted' },
  })
  // It has no handler for this one and says so.
  expect(await hub.server.call('CP1', 'ClearCache', {})).toMatchObject({
    kind: 'error',
    code: 'NotImplemented',
  })
})

test('it is told what is wrong in words it knows', async () => {
  const charger = client(PASSWORD)
  await charger.connect()
  await expect(charger.call('SecurityEventNotification', {})).rejects.toThrow(/must have required/)
  desk.answering = async () => ({
    kind: 'fault',
    fault: { code: 'SecurityError', description: 'not yet' },
  })
  await expect(charger.call('Heartbeat', {})).rejects.toMatchObject({
    rpcErrorCode: 'SecurityError',
  })
})

test('with a wrong password it is refused with 401', async () => {
  await expect(client('wrong').connect()).rejects.toMatchObject({ code: 401 })
})
