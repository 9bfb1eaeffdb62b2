import { expect, test } from 'vitest'
import { visitPath, whereOf } from './where.ts'

test('the site’s page, a connector’s, the way back from paying and a visit have an address each', () => {
  expect(whereOf('/north-garage')).toEqual({ page: 'site', slug: 'north-garage', place: null })
  expect(whereOf('/north-garage/')).toEqual({ page: 'site', slug: 'north-garage', place: null })
  expect(whereOf('/north-garage/7KQ2MX')).toMatchObject({ page: 'site', place: '7KQ2MX' })
  expect(whereOf('/north-garage/back')).toEqual({ page: 'back', slug: 'north-garage' })
  expect(whereOf(visitPath('a-b_9'))).toEqual({ page: 'visit', token: 'a-b_9' })
})

test('a connector’s code may be typed in small letters, and has no letter that looks like a digit', () => {
  expect(whereOf('/charge/7kq2mx')).toMatchObject({ place: '7KQ2MX' })
  for (const code of ['7KQ2MO', '7KQ2MI', '7KQ2M', '7KQ2MXX'])
    expect(whereOf(`/charge/${code}`)).toEqual({ page: 'nowhere' })
})

test('anything else is nowhere', () => {
  for (const path of ['/', '/b', '/b/', '/b/a.b', '/b/a/c', '/charge/7KQ2MX/x'])
    expect([path, whereOf(path)]).toEqual([path, { page: 'nowhere' }])
})
