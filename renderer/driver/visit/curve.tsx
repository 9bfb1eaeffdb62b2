import type { VisitView } from '../../../shared/domain/visit/visit-view.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { useSays } from '../words/words.ts'
import { curvePath } from './curve-path.ts'

const WIDTH = 320
const HEIGHT = 72

/** A charge's power since it began, small. */
export function Curve({ charge, now }: { charge: NonNullable<VisitView['charge']>; now: Instant }) {
  const { words, format } = useSays()
  const path = curvePath(charge.curve, charge.sampledAt ?? now, WIDTH, HEIGHT)
  if (path === null) return null
  const from = format.clock(charge.curve[0]?.[0] ?? charge.startedAt)
  const power = charge.powerW === null ? words.visit.now.silent : format.kW(charge.powerW)
  return (
    <figure class="curve">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words.visit.now.curve(from, power)}
      >
        <path class="curve-area" d={path.area} />
        <path class="curve-line" d={path.line} />
      </svg>
      <figcaption aria-hidden="true">
        <span>{from}</span>
        <span>{words.common.upTo(format.kW(path.topW))}</span>
        <span>{format.clock(charge.sampledAt ?? now)}</span>
      </figcaption>
    </figure>
  )
}
