import { useTranslation } from 'react-i18next'
import type { LoadCurve } from '../../../../shared/domain/load/load.ts'
import type { PlanLine } from '../../../../shared/domain/planning/stored-plan.ts'
import { HOUR, type Instant } from '../../../../shared/time/instant.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { planSteps } from './plan-steps.ts'
import './power-curve.css'

const BOX = { x: 1_000, y: 100 }

/** What a car drew and is to draw, from when it came until it departs. Told in words beside it. */
export function PowerCurve({
  line,
  measured,
  from,
  until,
  now,
}: {
  line: PlanLine
  /** What its connector drew; null where nothing was measured. */
  measured: LoadCurve | null
  from: Instant
  until: Instant
  now: Instant
}) {
  const { t } = useTranslation('timeline')
  const format = useFormat()
  const drawn = measured === null ? [] : powersOf(measured, now)
  const highest = Math.max(line.maxW, ...drawn.map(([, powerW]) => powerW))
  const frame = { from, until, maxW: highest * 1.05 }
  const nowX = ((now - from) / (until - from)) * BOX.x
  const last = drawn.at(-1)
  return (
    <figure className="lp-tl-curve">
      <div className="lp-tl-curve-top" aria-hidden="true">
        {format.number(highest / 1_000)} kW
      </div>
      <svg
        viewBox={`0 0 ${BOX.x} ${BOX.y}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('inspector.curve')}
      >
        <path className="lp-tl-curve-planned" d={planSteps(line.powers, frame, BOX)} />
        {last === undefined ? null : (
          <path
            className="lp-tl-curve-measured"
            d={planSteps(drawn, { ...frame, until: Math.min(until, now) }, { ...BOX, x: nowX })}
          />
        )}
        {nowX > 0 && nowX < BOX.x ? (
          <line className="lp-tl-curve-now" x1={nowX} x2={nowX} y2={BOX.y} />
        ) : null}
      </svg>
      <figcaption>
        <span>{format.clock(from)}</span>
        <span className="lp-tl-curve-key" data-line="measured">
          {t('inspector.curveMeasured')}
        </span>
        <span className="lp-tl-curve-key" data-line="planned">
          {t('inspector.curvePlanned')}
        </span>
        <span>{format.clock(until)}</span>
      </figcaption>
    </figure>
  )
}

/** The mean power of each step, from when it holds. */
function powersOf({ startsAt, endsAt, lines }: LoadCurve, now: Instant): [Instant, number][] {
  const [line] = lines
  return startsAt.flatMap((at, step): [Instant, number][] => {
    const energyWh = line?.energyWh[step] ?? null
    const lengthMs = Math.min(startsAt[step + 1] ?? endsAt, now) - at
    return energyWh === null || lengthMs <= 0 ? [] : [[at, (energyWh * HOUR) / lengthMs]]
  })
}
