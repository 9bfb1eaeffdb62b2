import { describe, expect, it } from 'vitest'
import { unknownEquipment } from '../../../../shared/domain/connector/equipment.ts'
import type { Equipment } from '../../../../shared/domain/connector/equipment.ts'
import { equipmentFormOf, typedEquipment } from './equipment-form.ts'

describe('the equipment that is typed', () => {
  it('is the equipment that was shown, as long as nothing is changed', () => {
    const known: Equipment = { standard: 'CHADEMO', powerType: 'DC', maxPowerW: 50_000 }
    expect(typedEquipment(equipmentFormOf(known))).toEqual(known)
    expect(typedEquipment(equipmentFormOf(unknownEquipment))).toEqual(unknownEquipment)
  })

  it('takes kilowatts with comma or point, and no power is not told', () => {
    const form = equipmentFormOf(unknownEquipment)
    expect(typedEquipment({ ...form, maxPowerKw: '7,4' })?.maxPowerW).toBe(7_400)
    expect(typedEquipment({ ...form, maxPowerKw: '7.4' })?.maxPowerW).toBe(7_400)
    expect(typedEquipment({ ...form, maxPowerKw: ' ' })?.maxPowerW).toBeNull()
  })

  it('is none while the power is no number, or one that no connector has', () => {
    const form = equipmentFormOf(unknownEquipment)
    for (const maxPowerKw of ['eleven', '0', '-11', '99999'])
      expect(typedEquipment({ ...form, maxPowerKw })).toBeNull()
  })
})
