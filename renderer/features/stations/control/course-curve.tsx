import { useTranslation } from 'react-i18next'
import { inWords } from '../../../i18n/format.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import { coursePath } from './control-view.ts'
import type { Course } from './control-view.ts'

const WIDTH = 320
const HEIGHT = 44

/** What a charger has taken for its car, as a stepped line with now in it; the same in words for those who don't see it. */
export function CourseCurve({ course, now }: { course: Course; now: Instant }) {
  const { t } = useTranslation('station')
  const format = useFormat()
  const { next, nowW, from, until, peakW } = course
  const words =
    next === null
      ? t('control.courseStays', { power: inWords(format.power(nowW)) })
      : t('control.course', {
          power: inWords(format.power(nowW)),
          until: format.clock(next.at),
          next: inWords(format.power(next.w)),
        })
  const path = coursePath(course, WIDTH, HEIGHT)
  const nowX = ((now - from) * WIDTH) / (until - from)
  return (
    <figure className="lp-course">
      <svg
        viewBox={`0 -2 ${WIDTH} ${HEIGHT + 4}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words}
      >
        <path className="lp-course-area" d={`${path}V${HEIGHT}H0Z`} />
        <path className="lp-course-line" d={path} />
        <line className="lp-course-now" x1={nowX} x2={nowX} y1={-2} y2={HEIGHT + 2} />
      </svg>
      <div className="lp-course-axis" aria-hidden>
        <span>{format.clock(from)}</span>
        <span>{t('control.peak', { power: inWords(format.power(peakW)) })}</span>
        <span>{format.clock(until)}</span>
      </div>
      <figcaption>{words}</figcaption>
    </figure>
  )
}
