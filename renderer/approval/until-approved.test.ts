import { ORPCError } from '@orpc/client'
import { expect, test, vi } from 'vitest'
import { untilApproved } from './until-approved.ts'

const data = {
  act: { act: 'payment.refund', nounId: 'p1', amountMinor: 125_000 },
  ...{ limit: 'refund', sumMinor: 125_000, limitMinor: 50_000, currency: 'SEK' },
}
const needed = () => new ORPCError('APPROVAL_NEEDED', { data })
const never = () => Promise.reject(new Error('nobody is to be asked'))

test('an act below the limit is sent once, and nobody is asked', async () => {
  expect(await untilApproved(() => Promise.resolve('done'), never)).toBe('done')
})

test('an act above the limit is sent again with the supervisor’s word', async () => {
  const sent: (string | undefined)[] = []
  const call = (approvalId: string | undefined) => {
    sent.push(approvalId)
    return approvalId === undefined ? Promise.reject(needed()) : Promise.resolve('done')
  }
  const ask = vi.fn<(of: unknown) => Promise<string>>(() => Promise.resolve('word'))
  expect(await untilApproved(call, ask)).toBe('done')
  expect(sent).toEqual([undefined, 'word'])
  expect(ask).toHaveBeenCalledWith(data)
})

test('a word that has run out meanwhile is asked for again', async () => {
  const words = ['old', 'fresh']
  const call = (approvalId: string | undefined) =>
    approvalId === 'fresh' ? Promise.resolve('done') : Promise.reject(needed())
  expect(await untilApproved(call, () => Promise.resolve(words.shift() ?? ''))).toBe('done')
  expect(words).toEqual([])
})

test('what was given up is not sent again, and any other refusal is told as it is', async () => {
  const call = vi.fn<() => Promise<string>>(() => Promise.reject(needed()))
  await expect(untilApproved(call, () => Promise.reject(new Error('given up')))).rejects.toThrow(
    'given up',
  )
  expect(call).toHaveBeenCalledTimes(1)
  const paid = () => Promise.reject(new ORPCError('NOT_PAID'))
  await expect(untilApproved(paid, never)).rejects.toThrow('NOT_PAID')
})
