import type { PhaseRotation } from '../../../shared/domain/station/phase-rotation.ts'

/** A rotation as electricians read it: which of the grid's phases the charger's first, second and third lie on. */
export const rotationWords: Readonly<Record<PhaseRotation, string>> = {
  RST: 'L1-L2-L3',
  RTS: 'L1-L3-L2',
  SRT: 'L2-L1-L3',
  STR: 'L2-L3-L1',
  TRS: 'L3-L1-L2',
  TSR: 'L3-L2-L1',
}
