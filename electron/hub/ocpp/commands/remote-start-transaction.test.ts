import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Commanded, commanded } from '../server/test-bench/commanded.ts'

let wire: Commanded
beforeEach(async () => {
  wire = await commanded()
})
afterEach(() => wire.hub.stop())

test('the token of a remote start is accepted although the site doesn’t know it', async () => {
  await wire.boot()
  const idTag = 'DESK-1'
  const id = await wire.request({
    action: 'RemoteStartTransaction',
    payload: { connectorId: 1, idTag },
  })
  await wire.answerNext({ status: 'Accepted' })
  await wire.ended(id)
  const now = new Date().toISOString()
  const start = { connectorId: 1, idTag: 'desk-1', meterStart: 0, timestamp: now }
  expect((await wire.charger.call('StartTransaction', start))[2]).toMatchObject({
    idTagInfo: { status: 'Accepted' },
  })
  // Also when it is sent again long after.
  wire.hub.aheadMs = 3_600_000
  expect((await wire.charger.call('StartTransaction', start))[2]).toMatchObject({
    idTagInfo: { status: 'Accepted' },
  })
  expect((await wire.charger.call('Authorize', { idTag }))[2]).toEqual({
    idTagInfo: { status: 'Invalid' },
  })
})
