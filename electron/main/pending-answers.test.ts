import { expect, test } from 'vitest'
import { answersPending } from './pending-answers.ts'

test('each question gets the answer of its own id', async () => {
  const pending = answersPending<string>(10_000)
  const ids: number[] = []
  const first = pending.ask((id) => ids.push(id))
  const second = pending.ask((id) => ids.push(id))
  pending.answer(ids[1] ?? 0, 'two')
  pending.answer(ids[0] ?? 0, 'one')
  pending.answer(99, 'nobody asked')
  expect(await Promise.all([first, second])).toEqual(['one', 'two'])
})

test('when whoever was asked is gone, so is every question', async () => {
  const pending = answersPending<string>(10_000)
  const asked = pending.ask(() => undefined)
  pending.giveUp()
  await expect(asked).rejects.toThrow('gone')
})

test('a question that nobody answers is given up', async () => {
  await expect(answersPending<string>(1).ask(() => undefined)).rejects.toThrow('in time')
})
