import { expect, test } from 'vitest'
import { blockKey } from '../../../../../shared/domain/visit/block.ts'
import type { Block, BlockOf } from '../../../../../shared/domain/visit/block.ts'
import { blockFlaws, blockIn, emptyBlock, foundBlocks } from './block-form.ts'

const blockOf = (of: BlockOf, value: string, reason = ''): Block => ({
  ...{ id: value, of, value, reason, key: blockKey(of, value), createdBy: 'Kim', createdAt: 0 },
})

test.each([
  ['plate', 'ABC 123', []],
  ['plate', '', ['value']],
  ['plate', '--', ['value']],
  ['phone', '070-555 01 23', []],
  ['phone', 'Kim', ['value']],
  ['email', 'kim@example.com', []],
  ['email', 'kim@', ['value']],
] as const)('by a %s, “%s” is wrong in %j', (of, value, flaws) => {
  expect(blockFlaws({ ...emptyBlock, of, value })).toEqual(flaws)
})

test('a reason has an end', () => {
  const form = { of: 'plate', value: 'ABC 123', reason: 'x'.repeat(201) } as const
  expect(blockFlaws(form)).toEqual(['reason'])
})

test('what is sent has no space around it', () => {
  expect(blockIn({ of: 'plate', value: ' ABC 123 ', reason: ' Never paid ' })).toEqual({
    ...{ of: 'plate', value: 'ABC 123', reason: 'Never paid' },
  })
})

test('a block is found however its plate or number is written, and by its reason', () => {
  const blocks = [
    blockOf('plate', 'ABC 123', 'Never paid'),
    blockOf('phone', '+46 70 555 01 23'),
    blockOf('email', 'kim@example.com'),
  ]
  const found = (typed: string) => foundBlocks(blocks, typed).map(({ value }) => value)
  expect(found('abc123')).toEqual(['ABC 123'])
  expect(found('never')).toEqual(['ABC 123'])
  expect(found('EXAMPLE')).toEqual(['kim@example.com'])
  expect(found('')).toHaveLength(3)
  expect(found('zzz')).toEqual([])
})
