import { describe, expect, it } from 'vitest'
import type { Command } from '../../../../shared/domain/command/command.ts'
import { idOf } from '../station-fixture.ts'
import { configurationRows, valueKind } from './configuration-keys.ts'
import { isSecretKey } from './secret-key.ts'

const keys = [
  { key: 'HeartbeatInterval', value: '300', readonly: false, readAt: 1_000 },
  { key: 'AuthorizationKey', value: 'tell-no-one', readonly: false, readAt: 1_000 },
  { key: 'ChargeProfileMaxStackLevel', value: '8', readonly: true, readAt: 1_000 },
]

function aWrite(requestedAt: number, status: string): Command {
  return {
    id: idOf(requestedAt),
    stationId: idOf(1),
    action: 'ChangeConfiguration',
    payload: { key: 'heartbeatinterval', value: '60' },
    state: 'answered',
    answer: { status },
    failure: null,
    requestedBy: 'desk',
    requestedAt,
    sentAt: requestedAt,
    endedAt: requestedAt + 10,
  }
}

describe('configuration keys', () => {
  it('never lets the value of the authorization key through, however it is spelled', () => {
    expect(JSON.stringify(configurationRows(keys, [], ''))).not.toContain('tell-no-one')
    expect(configurationRows(keys, [], 'tell-no-one')).toEqual([])
    expect(isSecretKey(' AUTHORIZATIONKEY ')).toBe(true)
  })

  it('are listed by key and found by key or value', () => {
    expect(configurationRows(keys, [], '').map((row) => row.key)).toEqual([
      'AuthorizationKey',
      'ChargeProfileMaxStackLevel',
      'HeartbeatInterval',
    ])
    expect(configurationRows(keys, [], 'heart 300').map((row) => row.key)).toEqual([
      'HeartbeatInterval',
    ])
  })

  it('carry how the latest write went, until they are read again', () => {
    const [row] = configurationRows(
      keys,
      [aWrite(2_000, 'Accepted'), aWrite(3_000, 'RebootRequired')],
      'heart',
    )
    expect(row?.lastWrite).toMatchObject({ answer: 'ChangeConfiguration.RebootRequired' })
    expect(configurationRows(keys, [aWrite(500, 'Rejected')], 'heart')[0]?.lastWrite).toBeNull()
    // What was written is kept as if it had been read the moment the charger answered.
    expect(configurationRows(keys, [aWrite(990, 'Accepted')], 'heart')[0]?.lastWrite).not.toBeNull()
  })

  it('offer the editor that fits the value', () => {
    expect(
      ['true', '300', 'Energy,Power', 'x', null].map((value) => valueKind('K', value)),
    ).toEqual(['boolean', 'integer', 'list', 'text', 'text'])
  })
})
