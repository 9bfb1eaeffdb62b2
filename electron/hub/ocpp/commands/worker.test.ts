import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CommandRequest } from '../../../../shared/domain/command/command.ts'
import { type Commanded, commanded } from '../server/test-bench/commanded.ts'
import { eventually } from '../server/test-bench/eventually.ts'
import { PASSWORD } from '../server/test-bench/fresh-hub.ts'
import { wireCharger } from '../server/test-bench/wire-charger.ts'

let wire: Commanded
beforeEach(async () => {
  wire = await commanded()
})
afterEach(() => wire.hub.stop())

const clearCache: CommandRequest = { action: 'ClearCache', payload: {} }

test('a command is sent, and the charger’s own answer stored', async () => {
  await wire.boot()
  const id = await wire.request({ action: 'Reset', payload: { type: 'Soft' } })
  expect((await wire.answerNext({ status: 'Rejected' })).slice(2)).toEqual([
    'Reset',
    { type: 'Soft' },
  ])
  expect(await wire.ended(id)).toMatchObject({
    state: 'answered',
    answer: { status: 'Rejected' },
    failure: null,
    sentAt: expect.any(Number),
  })
  await eventually(async () =>
    expect(await wire.hub.store.reads.find('ocppMessage', { direction: 'out' })).toMatchObject([
      { action: 'Reset', outcome: 'result', response: expect.stringContaining('Rejected') },
    ]),
  )
})

test('commands go one after the other, in the order they were asked', async () => {
  await wire.boot()
  await wire.request({ action: 'Reset', payload: { type: 'Soft' } })
  const last = await wire.request(clearCache)
  expect((await wire.answerNext({ status: 'Accepted' }))[2]).toBe('Reset')
  expect((await wire.answerNext({ status: 'Accepted' }))[2]).toBe('ClearCache')
  expect(await wire.ended(last)).toMatchObject({ state: 'answered' })
})

describe('what goes wrong is told as it is', () => {
  beforeEach(() => wire.boot())

  test('the charger answers with an error', async () => {
    const id = await wire.request(clearCache)
    const [, uniqueId] = await wire.charger.next()
    wire.charger.send(JSON.stringify([4, uniqueId, 'NotSupported', 'no cache', {}]))
    expect(await wire.ended(id)).toMatchObject({
      failure: 'callError',
      answer: { code: 'NotSupported', description: 'no cache' },
    })
  })

  test('the charger answers what it mustn’t', async () => {
    const id = await wire.request(clearCache)
    await wire.answerNext({ status: 'Later' })
    expect(await wire.ended(id)).toMatchObject({
      failure: 'badAnswer',
      answer: { status: 'Later' },
    })
  })

  test('the charger doesn’t answer, and the next command goes out all the same', async () => {
    const id = await wire.request(clearCache)
    const next = await wire.request({ action: 'Reset', payload: { type: 'Hard' } })
    expect(await wire.ended(id)).toMatchObject({ failure: 'timeout' })
    await wire.charger.next()
    await wire.answerNext({ status: 'Accepted' })
    expect(await wire.ended(next)).toMatchObject({ state: 'answered' })
  })

  test('the charger leaves: the one under way is disconnected, those behind it offline', async () => {
    const id = await wire.request(clearCache)
    const behind = await wire.request(clearCache)
    await wire.charger.next()
    await wire.charger.close()
    expect(await wire.ended(id)).toMatchObject({ failure: 'disconnected' })
    expect(await wire.ended(behind)).toMatchObject({ failure: 'offline' })
    expect(await wire.ended(await wire.request(clearCache))).toMatchObject({ failure: 'offline' })
  })
})

test('nothing is sent to a charger before its first boot', async () => {
  const id = await wire.request(clearCache)
  expect((await wire.charger.call('Heartbeat', {}))[0]).toBe(3)
  expect(await wire.hub.store.reads.get('command', id)).toMatchObject({ state: 'requested' })
  void wire.boot()
  await wire.answerNext({ status: 'Accepted' })
  expect(await wire.ended(id)).toMatchObject({ state: 'answered' })
})

test('one that has booted before may be sent to after a reconnect', async () => {
  await wire.boot()
  await wire.charger.close()
  wire.charger = await wireCharger(wire.hub.url, 'CP1', { password: PASSWORD })
  const id = await wire.request(clearCache)
  await wire.answerNext({ status: 'Accepted' })
  expect(await wire.ended(id)).toMatchObject({ state: 'answered' })
})
