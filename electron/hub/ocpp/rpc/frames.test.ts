import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ocppFault } from '../../../../shared/domain/ocpp/fault.ts'
import { parseFrame, writeCall, writeError, writeResult } from './frames.ts'

test('a CALL is read', () => {
  expect(parseFrame('[2,"7","Heartbeat",{}]')).toEqual({
    kind: 'call',
    uniqueId: '7',
    action: 'Heartbeat',
    payload: {},
  })
})

test('what is written is read back', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 36 }),
      fc.dictionary(fc.string(), fc.jsonValue()),
      (id, body) => {
        const payload = JSON.parse(JSON.stringify(body))
        expect(parseFrame(writeCall(id, 'Reset', payload))).toEqual({
          kind: 'call',
          uniqueId: id,
          action: 'Reset',
          payload,
        })
        expect(parseFrame(writeResult(id, payload))).toEqual({
          kind: 'result',
          uniqueId: id,
          payload,
        })
      },
    ),
  )
  expect(parseFrame(writeError('9', ocppFault('SecurityError', 'no "entry"')))).toEqual({
    kind: 'error',
    uniqueId: '9',
    code: 'SecurityError',
    description: 'no "entry"',
    details: {},
  })
})

describe('a malformed frame is answered under its own id when it has one, otherwise under -1', () => {
  test.each([
    ['not JSON', '-1'],
    ['{"a":1}', '-1'],
    ['null', '-1'],
    ['[2]', '-1'],
    ['[2,12,"Heartbeat",{}]', '-1'],
    [`[2,"${'x'.repeat(129)}","Heartbeat",{}]`, '-1'],
    ['[2,"7","Heartbeat"]', '7'],
    ['[2,"7",5,{}]', '7'],
    ['[2,"7","Heartbeat",{},1]', '7'],
  ])('%s', (text, answerTo) => {
    expect(parseFrame(text)).toMatchObject({
      kind: 'malformed',
      answerTo,
      fault: { code: 'FormationViolation' },
    })
  })
})

test.each(['[3]', '[3,"7"]', '[3,7,{}]', '[4]', '[3,"7",{},1]'])(
  'a malformed answer is never answered: %s',
  (text) => {
    expect(parseFrame(text)).toMatchObject({ kind: 'malformed', answerTo: null })
  },
)

test.each(['[]', '[7,"7","Heartbeat",{}]', '["2","7","Heartbeat",{}]', '[null]'])(
  'a message type that is not in the specification is ignored: %s',
  (text) => {
    expect(parseFrame(text)).toMatchObject({ kind: 'unknownType' })
  },
)

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void parseFrame(text)))
})
