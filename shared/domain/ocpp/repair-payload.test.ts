import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { REPAIRS_NOTED, repairPayload } from './repair-payload.ts'
import type { SchemaNode } from './schema-node.ts'

const now = Date.UTC(2026, 0, 2, 3, 4, 5)
const schema: SchemaNode = {
  type: 'object',
  additionalProperties: false,
  required: ['at'],
  properties: {
    at: { type: 'string', format: 'date-time', mend: 'receiveTime' },
    since: { type: 'string', format: 'date-time' },
    serial: { type: 'string', maxLength: 5 },
    idTag: { type: 'string', maxLength: 5, mend: 'identifier' },
    status: { type: 'string', enum: ['Available', 'Charging'] },
    data: { type: 'string' },
    meter: { type: 'integer', mend: 'textAsInteger' },
    connector: { type: 'integer' },
    values: {
      type: 'array',
      items: { type: 'object', properties: { value: { type: 'string', mend: 'valueAsText' } } },
    },
  },
}
const at = '2026-01-01T00:00:00Z'
const mend = (payload: Record<string, unknown>) => repairPayload(schema, { at, ...payload }, now)

describe('what everybody understands is mended and noted', () => {
  test.each([
    [
      'a zone-less timestamp',
      { since: '2026-01-01T05:00:00' },
      { since: '2026-01-01T05:00:00.000Z' },
      'zoneAssumedUtc',
    ],
    [
      'an odd offset',
      { since: '2026-01-01T05:00:00+0100' },
      { since: '2026-01-01T04:00:00.000Z' },
      'timestampRewritten',
    ],
    ['an over-long serial', { serial: 'ABCDEFG' }, { serial: 'ABCDE' }, 'truncated'],
    ['padding', { serial: ' AB ' }, { serial: 'AB' }, 'trimmed'],
    [
      'letter case of a word',
      { status: ' available' },
      { status: 'Available' },
      'spellingCorrected',
    ],
    ['a property nobody knows', { colour: 'red' }, {}, 'unknownPropertyIgnored'],
    ['null', { serial: null }, {}, 'emptyPropertyIgnored'],
    ['an empty word', { status: '' }, {}, 'emptyPropertyIgnored'],
    ['a number as text', { meter: ' 12 ' }, { meter: 12 }, 'textReadAsNumber'],
    ['a fraction', { meter: 12.6 }, { meter: 13 }, 'numberRounded'],
    [
      'a numeric value',
      { values: [{ value: 7.5 }] },
      { values: [{ value: '7.5' }] },
      'valueWrittenAsText',
    ],
  ])('%s', (_, given, expected, kind) => {
    const { payload, repairs } = mend(given)
    expect(payload).toEqual({ at, ...expected })
    expect(repairs.map((repair) => repair.kind)).toEqual([kind])
  })
})

describe('what is not for us to guess is left alone', () => {
  test.each([
    ['an over-long identifier, which would become another one', { idTag: 'ABCDEFG' }],
    ['an integer of another type where it decides what is meant', { connector: '1' }],
    ['a word that is not on the list', { status: 'Sleeping' }],
    ['a timestamp that names no moment', { since: 'noon' }],
    ['free text, which may be signed', { data: '  as it came  ' }],
    ['a type nobody can read', { serial: 5 }],
  ])('%s', (_, given) => {
    expect(mend(given)).toEqual({ payload: { at, ...given }, repairs: [] })
  })
})

test.each([{ at: 'noon' }, { at: 5 }, { at: '9999-12-31T23:59:59-2300' }, {}])(
  'where it may be, an unreadable or missing timestamp becomes the moment of receipt: %j',
  (given) => {
    const { payload, repairs } = repairPayload(schema, given, now)
    expect(payload).toEqual({ at: '2026-01-02T03:04:05.000Z' })
    expect(repairs).toEqual([{ kind: 'receiveTimeTaken', path: 'at' }])
  },
)

test('a cut never tears a surrogate pair', () => {
  expect(mend({ serial: '🚗🚗🚗🚗🚗🚗' }).payload).toEqual({ at, serial: '🚗🚗🚗🚗🚗' })
})

test('the repairs noted are bounded', () => {
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`x${index}`, 1]))
  expect(mend(many).repairs).toHaveLength(REPAIRS_NOTED)
})

test('no payload makes it throw, none is changed, and mending twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (payload) => {
      const before = JSON.stringify(payload)
      const once = repairPayload(schema, payload, now)
      expect(JSON.stringify(payload)).toBe(before)
      expect(repairPayload(schema, once.payload, now)).toEqual({
        payload: once.payload,
        repairs: [],
      })
    }),
  )
})

test('a property called __proto__ changes no prototype', () => {
  const { payload } = repairPayload(schema, JSON.parse('{"__proto__":{"polluted":true}}'), now)
  expect(payload).not.toHaveProperty('polluted')
})
