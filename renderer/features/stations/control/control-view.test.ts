import { expect, test } from 'vitest'
import {
  newControl,
  type ChargingControl,
  type SentProfile,
} from '../../../../shared/domain/dispatch/charging-control.ts'
import { HOUR } from '../../../../shared/time/instant.ts'
import { chargerOf, controlViews, coursePath } from './control-view.ts'

const NOW = 1_000 * HOUR

const sent = (more: Partial<SentProfile> = {}): SentProfile => ({
  commandId: 'c',
  transactionId: 't',
  stackLevel: 3,
  unit: 'A',
  numberPhases: 3,
  limits: [
    [NOW - HOUR, 160],
    [NOW + HOUR, 0],
  ],
  until: NOW + 3 * HOUR,
  sentAt: NOW - HOUR,
  answer: 'accepted',
  word: 'Accepted',
  answeredAt: NOW - HOUR,
  ...more,
})
const control = (connectorId: number, more: Partial<ChargingControl> = {}): ChargingControl => ({
  ...newControl(`s/${connectorId}`, { stationId: 's', connectorId }, NOW),
  ...more,
})

test('a station’s connectors come in order, without the station itself and without others’', () => {
  const rows = [control(2), control(0), control(1), { ...control(1), stationId: 'other' }]
  const views = controlViews(rows, 's', 230, NOW)
  expect(views.map((view) => view.control.connectorId)).toEqual([1, 2])
  expect(chargerOf(rows, 's')).not.toBeNull()
})

test('what was sent last is told, taken or not; the curve is of what was taken', () => {
  const live = { held: sent(), asked: sent({ limits: [[NOW, 60]], answer: 'refused' }) }
  const [view] = controlViews([control(1, { live })], 's', 230, NOW)
  expect(view?.last?.answer).toBe('refused')
  expect(view?.course).toMatchObject({
    nowW: 11_040,
    peakW: 11_040,
    next: { at: NOW + HOUR, w: 0 },
    until: NOW + 3 * HOUR,
  })
})

test('without a car the default is what was sent last, and there is no curve', () => {
  const standing = { held: sent({ transactionId: null, until: null }), asked: null }
  const [view] = controlViews([control(1, { standing })], 's', 230, NOW)
  expect(view?.last?.transactionId).toBeNull()
  expect(view?.course).toBeNull()
})

test('a curve steps down where its limit does', () => {
  const [view] = controlViews([control(1, { live: { held: sent(), asked: null } })], 's', 230, NOW)
  if (view?.course === null || view === undefined) throw new Error('there is no curve')
  // A quarter of an hour behind and three hours ahead in 325 px: 100 px an hour.
  expect(coursePath(view.course, 325, 50)).toBe('M0 0H125V50H325')
})
