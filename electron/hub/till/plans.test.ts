import { expect, test } from 'vitest'
import { watchPlans } from '../store/test-bench/query-plans.ts'
import { tillHub } from './test-bench/till-hub.ts'

test('however long a site has had tills, a shift looks at its own rows alone', async () => {
  const hub = await tillHub()
  const plans = watchPlans()
  await hub.openShift()
  const { body: cash } = await hub.cash(10_000)
  await hub.giveBack(cash, 2_000)
  await hub.move('payIn', 500)
  await hub.shiftDetail()
  await hub.x()
  await hub.count(1_085)
  await hub.close()
  const scanned = plans().filter((line) => /^SCAN (?!site|till\b|ledgerHead)/.test(line))
  await hub.end()
  expect(scanned.filter((line) => !/USING (COVERING )?INDEX/.test(line))).toEqual([])
})
