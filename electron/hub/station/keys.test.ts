import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventually } from '../ocpp/server/test-bench/eventually.ts'
import { wholeHub, type WholeHub } from '../ocpp/server/test-bench/whole-hub.ts'
import { Refused, wireCharger, type WireCharger } from '../ocpp/server/test-bench/wire-charger.ts'

const FIRST = 'the first password'

let hub: WholeHub
let stationId: string
let charger: WireCharger

beforeEach(async () => {
  hub = await wholeHub()
  const wanted = { chargePointId: 'CP', password: FIRST }
  const made = (await api('POST', '/stations', wanted)) as { station: { id: string } }
  stationId = made.station.id
  charger = await connect(FIRST)
  await charger.call('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' })
})
afterEach(async () => {
  await hub.stop()
})

async function api(method: string, path: string, body?: object): Promise<unknown> {
  return (await hub.api(method, path, body)).body
}

const connect = (password?: string): Promise<WireCharger> =>
  wireCharger(hub.ocppUrl, 'CP', password === undefined ? {} : { password })

const authentication = async (): Promise<unknown> => {
  const { station } = (await api('GET', `/stations/${stationId}`)) as {
    station: { authentication: string }
  }
  return station.authentication
}

const authenticate = (wanted: 'password' | 'none') =>
  api('PUT', `/stations/${stationId}/authentication`, { authentication: wanted })

/** Makes a new key, to be entered in the charger by hand. */
async function rotateByHand(password: string): Promise<void> {
  await api('POST', `/stations/${stationId}/key`, { password })
}

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

describe('a key entered by hand while another is on its way to the charger', () => {
  const SECOND = 'the second password'
  const BY_HAND = 'entered by a person'

  test('takes back what has not been sent', async () => {
    const reset = { action: 'Reset', payload: { type: 'Soft' } }
    const sending = api('POST', `/stations/${stationId}/commands`, { request: reset })
    const [, uniqueId] = await charger.next()
    await rotate(SECOND)
    await rotateByHand(BY_HAND)
    charger.send(JSON.stringify([3, uniqueId, { status: 'Accepted' }]))
    await sending
    const { rows } = (await api('GET', '/commands')) as { rows: unknown[] }
    expect(rows).toMatchObject([{ state: 'failed', failure: 'withdrawn' }, { state: 'answered' }])
    expect(await fitting(FIRST, SECOND, BY_HAND)).toEqual([BY_HAND])
  })

  test('lets the charger in with the one it was just taking, until it shows the new one', async () => {
    await rotate(SECOND)
    const [, uniqueId] = await charger.next()
    await rotateByHand(BY_HAND)
    charger.send(JSON.stringify([3, uniqueId, { status: 'Accepted' }]))
    await allAnswered()
    expect(await fitting(FIRST, SECOND, BY_HAND, SECOND)).toEqual([SECOND, BY_HAND])
  })

  test('is the only one when the charger refuses the other', async () => {
    await rotate(SECOND)
    const [, uniqueId] = await charger.next()
    await rotateByHand(BY_HAND)
    charger.send(JSON.stringify([3, uniqueId, { status: 'Rejected' }]))
    await allAnswered()
    expect(await fitting(FIRST, SECOND, BY_HAND)).toEqual([BY_HAND])
  })
})

describe('a station without a password', () => {
  const SECOND = 'the second password'

  beforeEach(async () => {
    await authenticate('none')
    await charger.close()
    charger = await connect()
    await charger.call('Heartbeat', {})
  })

  test('stays so while a charger has not taken its new key, and when it refuses it', async () => {
    await rotate(SECOND)
    expect(await authentication()).toBe('none')
    await answer('Rejected')
    await allAnswered()
    await charger.close()
    charger = await connect()
    expect(await authentication()).toBe('none')
  })

  test('needs the key from when the charger has taken it', async () => {
    await rotate(SECOND)
    await answer('Accepted')
    await allAnswered()
    expect(await authentication()).toBe('password')
    await charger.close()
    await expect(connect()).rejects.toBeInstanceOf(Refused)
    await (await connect(SECOND)).close()
  })

  test('that needs one again lets go of a socket that has shown none', async () => {
    await authenticate('password')
    expect(await charger.closed).toBe(1008)
    await expect(connect()).rejects.toBeInstanceOf(Refused)
  })

  test('that gets a key by hand lets go of a socket that has shown none', async () => {
    await rotateByHand(SECOND)
    expect(await charger.closed).toBe(1008)
    await (await connect(SECOND)).close()
  })

  test('that needs one again keeps a charger that showed its key all the same', async () => {
    await charger.close()
    charger = await connect(FIRST)
    await authenticate('password')
    expect((await charger.call('Heartbeat', {}))[0]).toBe(3)
  })
})
