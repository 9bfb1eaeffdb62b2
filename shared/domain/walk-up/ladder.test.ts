import { describe, expect, test } from 'vitest'
import { MINUTE } from '../../time/instant.ts'
import type { Command } from '../command/command.ts'
import { type LadderFacts, releaseLadderOf } from './ladder.ts'
import { aStart, NOON } from './walk-up-fixture.ts'

const said = (
  action: Command['action'],
  payload: Command['payload'],
  status: string,
  told: Partial<Command> = {},
): Command => aStart({ action, payload, answer: { status }, ...told })
const unlock = (status: string, told: Partial<Command> = {}) =>
  said('UnlockConnector', { connectorId: 1 }, status, told)

const ladder = (commands: Command[], told: Partial<LadderFacts> = {}) =>
  releaseLadderOf({
    ...{ commands, connectorId: 1, status: 'Charging', arrivedAt: NOON, now: NOON + MINUTE },
    transaction: { ocppTransactionId: 7, state: 'active' },
    ...told,
  })
const states = (commands: Command[], told: Partial<LadderFacts> = {}) =>
  ladder(commands, told).rungs.map(({ state }) => state)

describe('the gentlest first', () => {
  test('what charges is stopped', () => {
    expect(ladder([]).next).toBe('stop')
  })

  test('where nothing charges there is nothing to stop', () => {
    const idle = { transaction: null, status: 'Finishing' } as const
    expect(states([], idle)).toEqual(['needless', 'untried', 'untried', 'untried'])
    expect(ladder([], idle).next).toBe('unlock')
  })

  test('a lock that does not move asks for a reset, and that for a harder one', () => {
    const stopped = said('RemoteStopTransaction', { transactionId: 7 }, 'Accepted')
    const locked = unlock('UnlockFailed')
    const soft = said('Reset', { type: 'Soft' }, 'Rejected')
    expect(ladder([stopped, locked]).next).toBe('softReset')
    expect(ladder([stopped, locked, soft]).next).toBe('hardReset')
    expect(states([stopped, locked, soft])).toEqual(['worked', 'failed', 'failed', 'untried'])
  })
})

test('while the charger has not answered there is nothing to try', () => {
  const waiting = unlock('', { state: 'sent', answer: null, endedAt: null })
  expect(ladder([waiting]).next).toBeNull()
  expect(states([waiting])[1]).toBe('waiting')
})

test('an answer that never came is told as such', () => {
  const silent = unlock('', { state: 'failed', answer: null, failure: 'timeout' })
  expect(ladder([silent]).rungs[1]).toMatchObject({ state: 'failed', answer: 'timeout' })
})

test('a free connector needs nothing, and an unlocked one a hand', () => {
  expect(ladder([], { status: 'Available' })).toMatchObject({ next: null, isFree: true })
  expect(ladder([unlock('Unlocked')])).toMatchObject({ isFree: false, isUnlocked: true })
})

test('what was tried for another car, long ago, or on another connector, does not count', () => {
  const before = unlock('Unlocked', { requestedAt: NOON - MINUTE })
  const other = said('UnlockConnector', { connectorId: 2 }, 'Unlocked')
  expect(states([before, other])[1]).toBe('untried')
  expect(states([unlock('UnlockFailed')], { now: NOON + 31 * MINUTE })[1]).toBe('untried')
  const ofTheOther = said('RemoteStopTransaction', { transactionId: 8 }, 'Accepted')
  expect(states([ofTheOther])[0]).toBe('untried')
})

test('what was stopped counts after it has stopped', () => {
  const stopped = said('RemoteStopTransaction', { transactionId: 7 }, 'Accepted')
  const finished = { ocppTransactionId: 7, state: 'finished' } as const
  expect(states([stopped], { transaction: finished })[0]).toBe('worked')
  expect(states([], { transaction: finished })[0]).toBe('needless')
})

test('of a step that was tried twice the last counts', () => {
  const first = unlock('UnlockFailed')
  const again = unlock('Unlocked', { requestedAt: NOON + 1 })
  expect(states([again, first])[1]).toBe('worked')
})
