import type { InferContractRouterOutputs } from '@orpc/contract'
import { expect, expectTypeOf, test } from 'vitest'
import { type DriverContract, driverContract } from '../../../shared/contract/driver/driver.ts'
import { calls, type Followed } from './calls.ts'

test('the table of calls is the contract’s', () => {
  const routes = Object.entries(driverContract).map(([name, procedure]) => {
    const { method, path } = procedure['~orpc'].route
    return [name, { method, path }]
  })
  const table = Object.entries(calls).map(([name, { method, path }]) => [name, { method, path }])
  expect(Object.fromEntries(table)).toEqual(Object.fromEntries(routes))
})

test('what only asks goes under no key', () => {
  const asks = Object.entries(calls).flatMap(([name, { acts }]) => (acts ? [] : [name]))
  expect(asks).toEqual([
    ...['site', 'followSite', 'offers', 'visit', 'followVisit', 'otherWindows', 'checkChange'],
  ])
})

test('live views are followed as the contract has them', () => {
  type Outputs = InferContractRouterOutputs<DriverContract>
  expectTypeOf<Outputs['followSite']>().toExtend<AsyncIterable<Followed<'followSite'>>>()
  expectTypeOf<Outputs['followVisit']>().toExtend<AsyncIterable<Followed<'followVisit'>>>()
})
