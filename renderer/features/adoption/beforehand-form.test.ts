import { expect, test } from 'vitest'
import { stationInput } from '../../../shared/contract/station.ts'
import { beforehandFlaws, beforehandInput, emptyBeforehand } from './beforehand-form.ts'

const good = { ...emptyBeforehand, chargePointId: 'NVK0013' }

test('an id alone is enough, and what is sent is what the contract takes', () => {
  expect(beforehandFlaws(good, [])).toEqual([])
  expect(stationInput.safeParse(beforehandInput(good)).success).toBe(true)
})

test('an id that can’t stand in an address, or that is taken, is told before it is sent', () => {
  expect(beforehandFlaws(emptyBeforehand, [])).toEqual(['idBad'])
  expect(beforehandFlaws({ ...good, chargePointId: 'a\u0000b' }, [])).toEqual(['idBad'])
  expect(beforehandFlaws(good, ['NVK0013'])).toEqual(['idTaken'])
})

test('a key of one’s own must be long enough, and is sent only when chosen', () => {
  expect(beforehandFlaws({ ...good, password: 'own', ownPassword: 'short' }, [])).toEqual([
    'passwordBad',
  ])
  expect(beforehandInput({ ...good, ownPassword: 'left over from before' })).not.toHaveProperty(
    'password',
  )
})

test('no password needs the operator’s word that the risk is taken', () => {
  expect(beforehandFlaws({ ...good, password: 'none' }, [])).toEqual(['notAgreed'])
  expect(beforehandInput({ ...good, password: 'none', agreed: true }).authentication).toBe('none')
})
