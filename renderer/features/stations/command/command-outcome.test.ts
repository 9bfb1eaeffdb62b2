import { describe, expect, it } from 'vitest'
import { commandAction, commandFailure } from '../../../../shared/domain/command/command.ts'
import { answerStatuses, commandOutcome } from './command-outcome.ts'

const answered = { state: 'answered', failure: null } as const

describe('how a command stands', () => {
  it('waits while requested and while sent', () => {
    for (const step of ['requested', 'sent'] as const) {
      const outcome = commandOutcome({ action: 'Reset', state: step, answer: null, failure: null })
      expect(outcome).toEqual({ kind: 'waiting', tone: 'waiting', step })
    }
  })

  it('knows every answer of every command, and takes an agreement for good news only', () => {
    for (const [action, statuses] of Object.entries(answerStatuses)) {
      for (const status of statuses) {
        const outcome = commandOutcome({
          ...answered,
          action: commandAction.parse(action),
          answer: { status },
        })
        expect(outcome).toMatchObject({ kind: 'answer', answer: `${action}.${status}` })
        expect(outcome.tone === 'good').toBe(['Accepted', 'Unlocked'].includes(status))
      }
    }
  })

  it('does not call an answer that needs one more step either good or bad', () => {
    expect(
      commandOutcome({
        ...answered,
        action: 'ChangeConfiguration',
        answer: { status: 'RebootRequired' },
      }).tone,
    ).toBe('caution')
    expect(
      commandOutcome({ ...answered, action: 'ChangeAvailability', answer: { status: 'Scheduled' } })
        .tone,
    ).toBe('caution')
  })

  it('repeats what it does not understand instead of guessing', () => {
    expect(
      commandOutcome({ ...answered, action: 'Reset', answer: { status: 'Unlocked' } }),
    ).toMatchObject({ kind: 'unclear', said: 'Unlocked' })
    expect(commandOutcome({ ...answered, action: 'Reset', answer: [1] })).toMatchObject({
      kind: 'unclear',
      said: '[1]',
    })
    expect(commandOutcome({ ...answered, action: 'ClearCache', answer: undefined })).toMatchObject({
      kind: 'unclear',
      said: '',
    })
  })

  it('counts the keys of a configuration and names those the charger does not know', () => {
    const answer = { configurationKey: [{ key: 'A', readonly: true }], unknownKey: ['B'] }
    expect(commandOutcome({ ...answered, action: 'GetConfiguration', answer })).toMatchObject({
      keys: 1,
      unknownKeys: ['B'],
    })
    expect(commandOutcome({ ...answered, action: 'GetConfiguration', answer: {} })).toMatchObject({
      keys: 0,
      unknownKeys: [],
    })
  })

  it('tells a charger’s own error from a failure of ours', () => {
    const failed = { action: 'Reset', state: 'failed', failure: 'callError' } as const
    const told = { kind: 'callError', errorCode: 'NotImplemented', description: 'no' }
    expect(
      commandOutcome({ ...failed, answer: [4, 'x', 'NotImplemented', 'no', {}] }),
    ).toMatchObject(told)
    expect(
      commandOutcome({
        ...failed,
        answer: { errorCode: 'NotImplemented', errorDescription: 'no' },
      }),
    ).toMatchObject(told)
    expect(commandOutcome({ ...failed, answer: null })).toMatchObject({
      kind: 'callError',
      errorCode: '',
    })
    for (const failure of commandFailure.exclude(['callError']).options) {
      expect(commandOutcome({ ...failed, failure, answer: null })).toMatchObject({
        kind: 'failed',
        failure,
      })
    }
  })
})
