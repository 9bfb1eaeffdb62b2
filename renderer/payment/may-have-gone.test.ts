import { expect, it } from 'vitest'
import { mayHaveGone } from './may-have-gone.ts'

const running = { state: 'running', transactionId: '01890000-0000-7000-8000-000000000001' } as const

it('asks whether the car has gone once its charge was stopped and its bill runs on', () => {
  expect(mayHaveGone(running, { state: 'finished' })).toBe(true)
  expect(mayHaveGone(running, { state: 'active' })).toBe(false)
})

it('takes a transaction that is live no more for a finished one', () => {
  expect(mayHaveGone(running, undefined)).toBe(true)
})

it('asks nothing of a bill that is final, nor of a booking whose car has not come', () => {
  expect(mayHaveGone({ ...running, state: 'final' }, { state: 'finished' })).toBe(false)
  expect(mayHaveGone({ state: 'running', transactionId: null }, undefined)).toBe(false)
})
