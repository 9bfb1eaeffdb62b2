import { expect, test } from 'vitest'
import { aPlanLine } from '../../../../shared/domain/planning/plan-line-fixture.ts'
import type { PlanLine } from '../../../../shared/domain/planning/stored-plan.ts'
import { barLineKeeper } from './bar-lines.ts'

const ahead = aPlanLine({ id: 'ahead', transactionId: null })
const charging = aPlanLine({ id: 'charging' })
const short = aPlanLine({ id: 'short', transactionId: null, shortfallWh: 500 })
const mapOf = (...lines: PlanLine[]) => new Map(lines.map((line) => [line.id, line]))

test('bars are told of cars that are there and of those that will fall short', () => {
  const linesOf = barLineKeeper()
  expect([...linesOf(mapOf(ahead, charging, short)).keys()]).toEqual(['charging', 'short'])
})

test('the lines are the same until one of those has changed', () => {
  const linesOf = barLineKeeper()
  const before = linesOf(mapOf(ahead, charging))
  expect(linesOf(mapOf({ ...ahead, readyAt: 7 }, charging))).toBe(before)
  expect(linesOf(mapOf(ahead, { ...charging, readyAt: 7 }))).not.toBe(before)
  expect(linesOf(mapOf(ahead)).size).toBe(0)
})
