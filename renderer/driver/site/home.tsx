import type { PlaceNow, SiteView } from '../../../shared/domain/visit/site-view.ts'
import type { VisitKind } from '../../../shared/domain/visit/visit.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { Bar } from '../parts/bar.tsx'
import { Button } from '../parts/button.tsx'
import { Headline } from '../parts/headline.tsx'
import { Notice } from '../parts/notice.tsx'
import { placeWords } from '../wish/offer-card.tsx'
import { useSays } from '../words/words.ts'
import { OwnList } from './own-list.tsx'
import { PlaceState, Places } from './places.tsx'
import { Prices } from './prices.tsx'

/** The site as whoever comes by sees it: what is free, what it costs, and the two ways to begin. */
export function Home({
  site,
  now,
  place,
  takesFocus,
  onBegin,
}: {
  site: SiteView
  now: Instant
  /** The connector whose code was scanned. */
  place: PlaceNow | null
  takesFocus: boolean
  onBegin: (kind: VisitKind, place: string | null) => void
}) {
  const says = useSays()
  const { words, language } = says
  const say = words.site
  const free = site.places.filter(({ state }) => state === 'free')
  const notice = site.notice[language] || site.notice.en || site.notice.sv
  return (
    <>
      <OwnList now={now} />
      <section class="hero">
        {place === null ? (
          <>
            <Headline title={site.name} takesFocus={takesFocus}>
              {site.places.length === 0
                ? say.noPlaces
                : free.length === 0
                  ? say.noneFree
                  : say.freeNow(free.length, site.places.length)}
            </Headline>
            {free.length === 0 && <NextFree places={site.places} now={now} />}
          </>
        ) : (
          <>
            <Headline title={`${place.name} · ${site.name}`} takesFocus={takesFocus}>
              {say.here(place.name)}
            </Headline>
            <p class="hero-state">
              <PlaceState place={place} now={now} />
            </p>
            <p class="soft">{placeWords({ ...place, name: '' }, says)}</p>
          </>
        )}
        {site.waiting > 0 && <p class="soft">{say.inLine(site.waiting)}</p>}
      </section>
      {notice !== '' && (
        <Notice title={say.notice}>
          <p class="lines">{notice}</p>
        </Notice>
      )}
      {isClosed(site) && (
        <Notice tone="warn">
          <p>{say.closedToPhones}</p>
        </Notice>
      )}
      <Prices site={site} place={place} />
      <Places site={site} now={now} here={place?.code ?? null} />
      <Begin site={site} place={place} hasFree={free.length > 0} onBegin={onBegin} />
    </>
  )
}

function NextFree({ places, now }: { places: readonly PlaceNow[]; now: Instant }) {
  const { words, format } = useSays()
  const next = Math.min(...places.flatMap(({ freeAt }) => freeAt ?? []))
  if (!Number.isFinite(next)) return null
  return <p class="hero-state">{words.site.noneFreeUntil(format.moment(next, now))}</p>
}

function Begin({
  site,
  place,
  hasFree,
  onBegin,
}: {
  site: SiteView
  place: PlaceNow | null
  hasFree: boolean
  onBegin: (kind: VisitKind, place: string | null) => void
}) {
  const say = useSays().words.site
  const { takesNow, takesAhead, takesWaiting } = site.rules
  const isFree = place === null ? hasFree : place.state === 'free'
  const code = place?.code ?? null
  if (site.places.length === 0 || isClosed(site)) return null
  return (
    <Bar>
      {takesNow && (isFree || hasFree) && (
        <Button kind="main" icon="bolt" onPress={() => onBegin('now', isFree ? code : null)}>
          {place !== null && isFree ? say.chargeHere : say.chargeNow}
        </Button>
      )}
      {takesNow && !isFree && !hasFree && takesWaiting && (
        <Button icon="line" onPress={() => onBegin('now', null)}>
          {say.getInLine}
        </Button>
      )}
      {takesAhead && (
        <Button
          kind={takesNow && (isFree || hasFree) ? 'plain' : 'main'}
          onPress={() => onBegin('ahead', code)}
        >
          {say.bookTime}
        </Button>
      )}
    </Bar>
  )
}

/** Whether nothing can be booked from a phone here. */
function isClosed({ rules }: SiteView): boolean {
  return !rules.takesNow && !rules.takesAhead
}
