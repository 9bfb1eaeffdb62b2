import { expect, test } from 'vitest'
import { HOUR } from '../../../shared/time/instant.ts'
import { aStation } from '../../../shared/domain/station/station-fixture.ts'
import { connectorLike } from './booking-fixture.ts'
import { AXIS_PX, HEAD_PX, spotAt } from './geometry.ts'
import { placeKeeper } from './rows/places.ts'
import { ROW_HEIGHT, timelineRows } from './rows/rows.ts'

const stations = ['s1', 's2'].map((id) => aStation({ id, name: id, zone: 'Zon A' }))
const connectors = stations.map(({ id }) => connectorLike({ id: `c-${id}`, stationId: id }))
const rows = timelineRows(placeKeeper()(stations, connectors), new Set(), () => 1)
const scale = { originAt: 0, msPerPx: HOUR / 50 }
const grid = { left: 56, top: 100 }

test('a point leads to its row and its time, however far the rows are scrolled', () => {
  const point = { clientX: 56 + HEAD_PX + 100, clientY: 100 + AXIS_PX + 3 }
  expect(spotAt(point, grid, 0, scale, rows)).toMatchObject({
    at: 2 * HOUR,
    place: { key: 's1/1' },
  })
  expect(spotAt(point, grid, ROW_HEIGHT, scale, rows).place?.key).toBe('s2/1')
  expect(spotAt(point, grid, 9 * ROW_HEIGHT, scale, rows)).toMatchObject({ place: null, row: null })
})
