import { acMaxW } from '../../electron/demo/car-kind.ts'
import type { EnergyNeed } from '../../shared/domain/booking/need.ts'
import type { DayCar } from './scenario.ts'

/** Whether a car is filled to the brim. */
export function isFilled({ car }: DayCar): boolean {
  return car.targetWh === car.capacityWh
}

/** What is booked for a car: a full battery where it is to be filled, so that the hub can know of the long end. */
export function needOf({ car, bookedWh, conduct }: DayCar): EnergyNeed {
  if (car.targetWh < car.capacityWh || conduct === 'takesLess')
    return { kind: 'energy', energyWh: bookedWh }
  const arrivalPct = Math.round((car.storedWh / car.capacityWh) * 1_000) / 10
  return { kind: 'soc', batteryWh: car.capacityWh, arrivalPct, departurePct: 100 }
}

/** What is told of a car as a vehicle. */
export function vehicleOf({ plate, car }: DayCar): object {
  return {
    plate,
    batteryWh: car.capacityWh,
    maxAcW: acMaxW(car),
    maxDcW: car.dcMaxW,
    acPhases: car.acPhases,
    standards: ['IEC_62196_T2'],
  }
}
