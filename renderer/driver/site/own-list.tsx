import type { Instant } from '../../../shared/time/instant.ts'
import { goTo } from '../address/use-where.ts'
import { visitPath } from '../address/where.ts'
import { Icon } from '../parts/icon.tsx'
import { openOnes, type OwnVisit, ownVisits } from '../phone/own-visits.ts'
import { useSays } from '../words/words.ts'

/** This phone's own visits, each a way to its page. */
export function OwnList({ now }: { now: Instant }) {
  const { words, format } = useSays()
  const say = words.site
  const own = openOnes(ownVisits(now), now)
  if (own.length === 0) return null
  const told = ({ arrivesAt, departsAt, state, isCharging }: OwnVisit): string => {
    if (state === 'waiting' || arrivesAt === null || departsAt === null) return say.ownInLine
    const stretch = format.stretch(arrivesAt, departsAt, now)
    return isCharging ? say.ownVisitNow(stretch) : say.ownVisit(stretch)
  }
  return (
    <nav aria-label={say.ownVisits} class="own">
      {own.map((visit) => {
        const path = visitPath(visit.token)
        return (
          <a
            key={visit.token}
            class="card own-visit"
            href={path}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return
              event.preventDefault()
              goTo(path)
            }}
          >
            <Icon name="bolt" />
            <span>{told(visit)}</span>
            <Icon name="forward" />
          </a>
        )
      })}
    </nav>
  )
}
