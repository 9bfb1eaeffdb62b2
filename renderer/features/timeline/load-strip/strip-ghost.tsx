import { useTranslation } from 'react-i18next'
import type { BookingRefusal } from '../../../../shared/domain/booking/refusal.ts'
import type { LoadEffect } from '../../../live/judging.ts'
import { useStretchWords } from '../../../ui/words/stretch-words.ts'
import { useHand } from '../gesture/hand.ts'
import { layerX, type TimeWindow } from '../axis/time-window.ts'
import type { PowerScale } from './kilowatts.ts'
import { type LoadPicture, type SlotValues, valueIn } from './picture.ts'
import { areaBetween, stepLine } from './shapes.ts'
import { placeOn } from './strip-drawing.tsx'

type Props = { picture: LoadPicture; window: TimeWindow; scale: PowerScale }

/** What is held, on the load: what it would add, or the stretches that are proven to be too full for it. */
export function StripGhost(props: Props) {
  const effect = useHand((hand) => hand.held?.effect ?? null)
  const refusals = useHand((hand) =>
    hand.held?.verdict.kind === 'refused' ? hand.held.verdict.refusals : none,
  )
  return (
    <>
      {effect === null ? null : <Added {...props} effect={effect} />}
      <Full window={props.window} refusals={refusals} />
    </>
  )
}

/** Less than this of a change is not drawn, W. */
const LEAST_W = 50

const none: readonly BookingRefusal[] = []

/** What would be drawn in each slot if what is held were put down; null where nothing would be another. */
export function loadWith(picture: LoadPicture, { firstSlot, moreW }: LoadEffect): SlotValues {
  return moreW.map((powerW, index) => {
    const plannedW = valueIn(picture, picture.plannedW, firstSlot + index)
    const baseW = valueIn(picture, picture.baseW, firstSlot + index)
    return Math.abs(powerW) < LEAST_W ? null : Math.max(0, (plannedW ?? baseW ?? 0) + powerW)
  })
}

function Added({ picture, window, scale, effect }: Props & { effect: LoadEffect }) {
  const place = placeOn(effect.firstSlot, window, scale)
  const after = loadWith(picture, effect)
  const before = after.map((_, index) => {
    const slot = effect.firstSlot + index
    return valueIn(picture, picture.plannedW, slot) ?? valueIn(picture, picture.baseW, slot) ?? 0
  })
  return (
    <svg
      className="lp-load-drawing lp-load-ghost"
      width={layerX(window, window.until)}
      height={scale.heightPx}
      aria-hidden="true"
    >
      <path className="lp-load-added" d={areaBetween(before, after, place)} />
      <path className="lp-load-freed" d={areaBetween(after, before, place)} />
      <path className="lp-load-after" d={stepLine(after, place)} />
    </svg>
  )
}

/** Hatched, with its name on it: never by its colour alone. */
function Full({ window, refusals }: { window: TimeWindow; refusals: readonly BookingRefusal[] }) {
  const { t } = useTranslation('timeline')
  const stretchOf = useStretchWords()
  return refusals.flatMap((refusal) =>
    refusal.code !== 'gridFull'
      ? []
      : refusal.stretches.map(({ from, until }) => (
          <div
            key={from}
            className="lp-load-full"
            style={{
              left: layerX(window, from),
              width: layerX(window, until) - layerX(window, from),
            }}
          >
            <span>{t('strip.full', { stretch: stretchOf(from, until) })}</span>
          </div>
        )),
  )
}

/** The highest power of what would be drawn, W; 0 where nothing is held. */
export function useGhostPeak(picture: LoadPicture): number {
  const effect = useHand((hand) => hand.held?.effect ?? null)
  if (effect === null) return 0
  return loadWith(picture, effect).reduce<number>((most, powerW) => Math.max(most, powerW ?? 0), 0)
}

/** What would be drawn in a slot, W; null where nothing is held that changes it. */
export function useHeldIn(picture: LoadPicture, slot: number | null): number | null {
  const effect = useHand((hand) => hand.held?.effect ?? null)
  if (effect === null || slot === null) return null
  return loadWith(picture, effect)[slot - effect.firstSlot] ?? null
}
