import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CommandRequest } from '../../../../shared/domain/command/command.ts'
import { type Commanded, commanded } from '../server/test-bench/commanded.ts'
import { eventually } from '../server/test-bench/eventually.ts'

let wire: Commanded
beforeEach(async () => {
  wire = await commanded()
  await wire.boot()
})
afterEach(() => wire.hub.stop())

describe('configuration', () => {
  const keys = async () =>
    Object.fromEntries(
      (await wire.hub.store.reads.find('configurationKey', { stationId: wire.stationId })).map(
        ({ key, value }) => [key, value],
      ),
    )

  test('as read is kept; read whole, what is no longer told goes', async () => {
    const entry = (key: string, value: string) => ({ key, value, readonly: false })
    const all: CommandRequest = { action: 'GetConfiguration', payload: {} }
    const first = await wire.request(all)
    await wire.answerNext({ configurationKey: [entry('A', '1'), entry('B', '2')] })
    await wire.ended(first)
    expect(await keys()).toEqual({ A: '1', B: '2' })
    const one = await wire.request({ action: 'GetConfiguration', payload: { key: ['A'] } })
    await wire.answerNext({ configurationKey: [entry('A', '3')], unknownKey: [] })
    await wire.ended(one)
    expect(await keys()).toEqual({ A: '3', B: '2' })
    const again = await wire.request(all)
    await wire.answerNext({ configurationKey: [entry('B', '2')] })
    await wire.ended(again)
    expect(await keys()).toEqual({ B: '2' })
  })

  test('as changed is kept when the charger accepts', async () => {
    const change = (value: string): CommandRequest => ({
      action: 'ChangeConfiguration',
      payload: { key: 'A', value },
    })
    const yes = await wire.request(change('1'))
    await wire.answerNext({ status: 'Accepted' })
    await wire.ended(yes)
    const no = await wire.request(change('2'))
    await wire.answerNext({ status: 'Rejected' })
    await wire.ended(no)
    expect(await keys()).toEqual({ A: '1' })
  })

  test('a new AuthorizationKey reaches the charger and nothing else', async () => {
    const value = 'A1B2C3D4E5F6A7B8C9D0'
    const key = 'AuthorizationKey'
    const id = await wire.request(
      { action: 'ChangeConfiguration', payload: { key, value: '•••' } },
      { key, value },
    )
    expect((await wire.answerNext({ status: 'Accepted' }))[3]).toEqual({ key, value })
    await wire.ended(id)
    expect(wire.hub.keysAnswered).toEqual([[wire.stationId, 'Accepted']])
    const told = await wire.request({ action: 'GetConfiguration', payload: {} })
    await wire.answerNext({ configurationKey: [{ key, readonly: false, value }] })
    await wire.ended(told)
    await eventually(async () => {
      const lines = await wire.hub.store.reads.find('ocppMessage', {
        direction: 'out',
        outcome: 'result',
      })
      expect(lines).toHaveLength(2)
    })
    const everything = JSON.stringify([
      await wire.hub.store.reads.find('ocppMessage', {}),
      await wire.hub.store.reads.find('command', {}),
      await wire.hub.store.reads.find('configurationKey', {}),
    ])
    expect(everything).not.toContain(value)
  })

  test('a new AuthorizationKey that only a former hub knew is not sent', async () => {
    const id = await wire.request({
      action: 'ChangeConfiguration',
      payload: { key: 'AuthorizationKey', value: '•••' },
    })
    expect(await wire.ended(id)).toMatchObject({ state: 'failed', failure: 'hubStopped' })
  })
})
