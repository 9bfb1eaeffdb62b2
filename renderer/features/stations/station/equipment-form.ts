import { equipment as equipmentSchema } from '../../../../shared/domain/connector/equipment.ts'
import type { Equipment } from '../../../../shared/domain/connector/equipment.ts'
import { kiloText, typedKilo } from '../../../ui/input/typed-kilo.ts'

/** What a connector is, as it is typed; the power in kW as text, because it may be half typed. Empty is not told. */
export type EquipmentForm = { standard: string; powerType: string; maxPowerKw: string }

/** The form that shows a connector's equipment. */
export function equipmentFormOf({ standard, powerType, maxPowerW }: Equipment): EquipmentForm {
  return {
    standard: standard ?? '',
    powerType: powerType ?? '',
    maxPowerKw: kiloText(maxPowerW),
  }
}

/** The equipment that is typed; null while the power is none that a connector can have. */
export function typedEquipment({
  standard,
  powerType,
  maxPowerKw,
}: EquipmentForm): Equipment | null {
  const maxPowerW = typedKilo(maxPowerKw)
  if (maxPowerW === undefined) return null
  const typed = {
    standard: standard === '' ? null : standard,
    powerType: powerType === '' ? null : powerType,
    maxPowerW,
  }
  return equipmentSchema.safeParse(typed).data ?? null
}
