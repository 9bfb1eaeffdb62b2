import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startHub, type Hub } from '../hub.ts'
import { eventually } from '../ocpp/server/test-bench/eventually.ts'
import { Refused, wireCharger, type WireCharger } from '../ocpp/server/test-bench/wire-charger.ts'

const FIRST = 'the first password'

let dir: string
let hub: Hub
let stationId: string
let charger: WireCharger

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'laddplan-keys-'))
  hub = await startHub(
    {
      dataDir: dir,
      host: '127.0.0.1',
      ocppPort: 0,
      apiPort: 0,
      appVersion: '0',
      demo: false,
      newHubSecret: false,
    },
    { logger: pino({ level: 'silent' }) },
  )
  const wanted = { chargePointId: 'CP', password: FIRST }
  const made = (await api('POST', '/stations', wanted)) as { station: { id: string } }
  stationId = made.station.id
  charger = await connect(FIRST)
  await charger.call('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' })
})
afterEach(async () => {
  await hub.close()
  rmSync(dir, { recursive: true })
})

async function api(method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${hub.apiUrl}/api${path}`, {
    method,
    headers: {
      authorization: `Bearer ${readFileSync(hub.tokenFile, 'utf8').trim()}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return response.json()
}

const connect = (password: string): Promise<WireCharger> =>
  wireCharger(hub.ocppUrl, 'CP', { password })

/** Asks for a new key to be set on the charger, which is told later. */
async function rotate(password: string): Promise<void> {
  await api('POST', `/stations/${stationId}/key`, { password, setOnCharger: true })
}

/** The charger answers what it is asked next. @returns the id of the command that it was */
async function answer(status: string): Promise<unknown> {
  const [, uniqueId, , payload] = await charger.next()
  charger.send(JSON.stringify([3, uniqueId, { status }]))
  return payload
}

const allAnswered = (): Promise<void> =>
  eventually(async () => {
    const { rows } = (await api('GET', '/commands')) as { rows: { state: string }[] }
    expect(rows.filter(({ state }) => state !== 'answered')).toEqual([])
  })

/** Which of these passwords the charger gets in with, tried in that order. */
async function fitting(...passwords: string[]): Promise<string[]> {
  await charger.close()
  const fit: string[] = []
  for (const password of passwords) {
    const got = await connect(password).catch((error: unknown) => error)
    if (got instanceof Refused) continue
    fit.push(password)
    await (got as WireCharger).close() // whatever else went wrong fails here
  }
  return fit
}

describe('a key set on the charger', () => {
  const SECOND = 'the second password'
  const THIRD = 'the third password'

  test('replaces the one before once the charger has taken it', async () => {
    await rotate(SECOND)
    expect(await answer('Accepted')).toEqual({ key: 'AuthorizationKey', value: SECOND })
    await allAnswered()
    expect(await fitting(FIRST, SECOND)).toEqual([SECOND])
  })

  test('works beside the one before while the charger has yet to restart', async () => {
    await rotate(SECOND)
    await answer('RebootRequired')
    await allAnswered()
    expect(await fitting(FIRST, SECOND, FIRST)).toEqual([FIRST, SECOND])
  })

  test('works beside the one before when the answer was lost, until the charger shows it', async () => {
    await rotate(SECOND)
    await charger.next()
    expect(await fitting(FIRST, SECOND, FIRST)).toEqual([FIRST, SECOND])
  })

  test('is the one that the charger took, not the one it was asked for last', async () => {
    await rotate(SECOND)
    await rotate(THIRD)
    await answer('Accepted')
    await answer('Rejected')
    await allAnswered()
    expect(await fitting(FIRST, SECOND)).toEqual([SECOND])
  })

  test('is not revoked by an answer to the key before it', async () => {
    await rotate(SECOND)
    await new Promise((resolve) => setTimeout(resolve, 5)) // keys of one millisecond have no order
    await rotate(THIRD)
    await answer('Accepted')
    await answer('Accepted')
    await allAnswered()
    expect(await fitting(FIRST, SECOND, THIRD)).toEqual([THIRD])
  })

  test('is stored and masked whatever the case of the configuration key', async () => {
    const payload = { key: 'authorizationkey', value: '{braces} & "quotes"' }
    const sending = api('POST', `/stations/${stationId}/commands`, {
      request: { action: 'ChangeConfiguration', payload },
    })
    expect(await answer('Accepted')).toEqual(payload)
    expect(await sending).toMatchObject({ state: 'answered' })
    const told = JSON.stringify([
      await api('GET', '/commands'),
      await api('GET', '/ocpp-messages'),
      await api('GET', '/journal'),
      await api('GET', `/stations/${stationId}/configuration`),
    ])
    expect(told).not.toContain('braces')
    expect(await fitting(FIRST, payload.value)).toEqual([payload.value])
  })
})
