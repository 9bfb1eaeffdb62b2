import { HOUR } from '../../time/instant.ts'
import { aBay, NOON } from '../booking/booking-fixture.ts'
import type { Equipment } from '../connector/equipment.ts'
import type { WiredBay } from './likes.ts'
import { offerWish, type OfferWish } from './offer.ts'
import type { Effect, GridAnswer, GridQuestion } from './offers-of.ts'

export const pole: Equipment = {
  standard: 'IEC_62196_T2',
  powerType: 'AC_3_PHASE',
  maxPowerW: 22_000,
}
export const wallbox: Equipment = { ...pole, maxPowerW: 11_000 }
export const wired = (
  connectorId: number,
  equipment: Equipment,
  words: Partial<WiredBay> = {},
): WiredBay => ({
  bay: aBay(connectorId, { equipment }),
  feederId: null,
  phaseRotation: 'RST',
  ...words,
})
export const wish = (words: object = {}): OfferWish =>
  offerWish.parse({
    arrivesFrom: NOON,
    departsBy: NOON + 6 * HOUR,
    need: { kind: 'energy', energyWh: 11_000 },
    ...words,
  })

/** A grid that can promise this share of a connector's power in each slot. */
export const sharing =
  (shareIn: (slot: number) => number) =>
  (question: GridQuestion): GridAnswer => {
    const { like, fromSlot, untilSlot, lengths } = question
    const most = (slot: number, end: number): number => {
      let energyWh = 0
      for (let at = slot; at < end; at += 1) energyWh += (like.maxW * shareIn(at)) / 4
      return energyWh
    }
    const starts = Array.from({ length: untilSlot - fromSlot }, (_, index) => fromSlot + index)
    return {
      ofLength: lengths.map((length) =>
        starts
          .filter((slot) => slot + length <= untilSlot)
          .map((slot) => most(slot, slot + length)),
      ),
      untilEnd: starts.map((slot) => most(slot, untilSlot)),
    }
  }
export const plenty = sharing(() => 1)
export const noEffect: Effect = () => ({ costMinor: null, peakChangeW: 0 })
