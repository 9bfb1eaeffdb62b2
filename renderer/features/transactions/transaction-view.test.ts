import { expect, test } from 'vitest'
import { aTransaction, idOf } from './transaction-fixture.ts'
import { viewKeeper } from './transaction-view.ts'
import { aStation } from '../../../shared/domain/station/station-fixture.ts'
import type { IdToken } from '../../../shared/domain/id-token/id-token.ts'

const station = aStation({ id: idOf(1_000_000), name: 'Bay 7' })
const token: IdToken = {
  id: idOf(2),
  idToken: 'abc123',
  status: 'Accepted',
  label: 'Anna',
  parentIdToken: null,
  vehicleId: null,
  customerId: null,
  expiresAt: null,
  createdAt: 0,
  updatedAt: 0,
}

test('a transaction is shown with the names of its station and its token, whatever case the token came in', () => {
  const [view] = viewKeeper()([aTransaction(1)], [station], [token])
  expect(view).toMatchObject({ stationName: 'Bay 7', tokenLabel: 'Anna' })
})

test('names that are not known are null', () => {
  const [view] = viewKeeper()([aTransaction(1)], [], [{ ...token, label: '' }])
  expect(view).toMatchObject({ stationName: null, tokenLabel: null })
})

test('the same transaction under the same names is the very same view', () => {
  const views = viewKeeper()
  const row = aTransaction(1)
  const before = views([row], [station], [token])[0]
  expect(views([row], [{ ...station }], [token])[0]).toBe(before)
  expect(views([row], [{ ...station, name: 'Bay 8' }], [token])[0]).not.toBe(before)
  expect(views([{ ...row }], [station], [token])[0]).not.toBe(before)
})
