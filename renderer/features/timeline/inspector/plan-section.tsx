import { useTranslation } from 'react-i18next'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import { holdingStates, presentStates } from '../../../../shared/domain/booking/states.ts'
import type { LoadCurve } from '../../../../shared/domain/load/load.ts'
import type { PlanLine } from '../../../../shared/domain/planning/stored-plan.ts'
import { type Instant, MINUTE } from '../../../../shared/time/instant.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useClient, useRow } from '../../../live/use-live.ts'
import { useQuery } from '../../../live/use-query.ts'
import { useLiveStore } from '../../../live/store.ts'
import { Facts } from '../../../ui/frame/facts.tsx'
import { usePlanWords } from '../../../ui/words/plan-words.ts'
import type { Place } from '../rows/places.ts'
import { PowerCurve } from './power-curve.tsx'

/** How a car is planned to charge: in a sentence, when it is ready, and as a curve; nothing where nothing is planned. */
export function PlanSection({
  booking,
  place,
  now,
}: {
  booking: Booking
  place: Place | undefined
  now: Instant
}) {
  const { t } = useTranslation('timeline')
  const line = useRow('planLine', booking.id)
  if (line === undefined || !holdingStates.has(booking.state) || booking.state === 'finished')
    return null
  return (
    <section>
      <h3>{t('inspector.plan')}</h3>
      <PlanTold line={line} booking={booking} place={place} now={now} />
    </section>
  )
}

function PlanTold({
  line,
  booking,
  place,
  now,
}: {
  line: PlanLine
  booking: Booking
  place: Place | undefined
  now: Instant
}) {
  const { t } = useTranslation('timeline')
  const format = useFormat()
  const planWords = usePlanWords()
  const plan = useRow('plan', 'plan') ?? null
  const feeders = useLiveStore(({ tables }) => tables.feeder)
  const from = booking.arrivedAt ?? booking.arrivesAt
  const until = Math.max(booking.departsAt, now)
  const isThere = presentStates.has(booking.state)
  const measured = useMeasured(isThere ? place?.connector.id : undefined, from, now)
  const ready =
    line.shortfallWh > 0
      ? t('inspector.notReady')
      : line.readyAt === null
        ? null
        : format.moment(line.readyAt, now)
  return (
    <>
      <p className="lp-plan-sentence">
        {planWords(line, plan, now, (id) => feeders.get(id)?.name)}
      </p>
      {ready === null ? null : <Facts rows={[[t('inspector.ready'), ready]]} />}
      {line.powers.length === 0 ? null : (
        <PowerCurve line={line} measured={measured} from={from} until={until} now={now} />
      )}
    </>
  )
}

/** What a connector has drawn since then, by the minute or, where that is long ago, by the quarter. */
function useMeasured(
  connectorRowId: string | undefined,
  from: Instant,
  now: Instant,
): LoadCurve | null {
  const hub = useClient()
  const until = Math.floor(now / MINUTE) * MINUTE
  const step = until - from > MINUTES_FOR_MS ? 'quarter' : 'minute'
  const asks = connectorRowId !== undefined && until - from >= 2 * MINUTE
  const key = asks ? `plan:${connectorRowId}:${from}:${until}` : 'plan:none'
  const query = useQuery<LoadCurve | null>(key, (signal) =>
    asks
      ? hub.load.curve({ scope: 'connector', id: connectorRowId, from, until, step }, { signal })
      : Promise.resolve(null),
  )
  return query.data ?? null
}

/** More than this by the minute is more than can be seen. */
const MINUTES_FOR_MS = 6 * 60 * MINUTE
