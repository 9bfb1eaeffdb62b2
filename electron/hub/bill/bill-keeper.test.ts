import { expect, test } from 'vitest'
import { watchPlans } from '../store/test-bench/query-plans.ts'
import { billedSite, chargeFully } from './test-bench/billed-site.ts'

test('a look reads what runs, is estimated or was missed lately, however long the history', async () => {
  const plans = watchPlans()
  const site = await billedSite()
  await chargeFully(site)
  await site.start()
  await site.after(1)
  const looked = plans()
  await site.close()
  const growing = /^SCAN (bill|billRevision|booking|payment|stayMark|meterSample|transaction)\b/
  expect(looked.filter((line) => growing.test(line))).toEqual([
    'SCAN bill USING INDEX billEstimated',
    'SCAN bill USING INDEX billRunning',
  ])
  expect(looked).toContain('SEARCH booking USING INDEX bookingMissed (arrivesAt>? AND arrivesAt<?)')
})
