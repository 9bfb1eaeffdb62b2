import { useTranslation } from 'react-i18next'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { inWords } from '../../../i18n/format.ts'
import { useClient, useRow } from '../../../live/use-live.ts'
import { useQuery } from '../../../live/use-query.ts'
import { hrefOf } from '../../../navigation/use-route.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { Facts } from '../../../ui/frame/facts.tsx'
import { Figure } from '../../../ui/mark/figure.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { InertText } from '../../../ui/mark/inert-text.tsx'
import { Inspector } from '../../../ui/frame/inspector.tsx'
import { PanelSkeleton } from '../../../ui/frame/skeletons.tsx'
import { DriverPart } from '../../../visit/driver-part.tsx'
import { useStretchWords } from '../../../ui/words/stretch-words.ts'
import type { BarModel } from '../bar/bar.ts'
import { BookingActs } from './booking-acts.tsx'
import { BookingJournal } from './booking-journal.tsx'
import { MoneySection } from './money-section.tsx'
import { PlanSection } from './plan-section.tsx'
import { placeName } from '../timeline-grid.tsx'
import { useBarWords } from '../bar/use-bar-words.ts'
import type { TimelineData } from '../use-timeline-data.ts'
import './booking-details.css'

/** The details of a booking beside the timeline; one that is not in the rows at hand is fetched. */
export function BookingInspector({
  bookingId,
  data,
  onClose,
}: {
  bookingId: string
  data: TimelineData
  onClose: () => void
}) {
  const { t } = useTranslation('timeline')
  const hub = useClient()
  const known = data.bookings.get(bookingId)
  const query = useQuery(known === undefined ? `booking:${bookingId}` : 'booking:known', (signal) =>
    known === undefined
      ? hub.booking.get({ id: bookingId }, { signal })
      : Promise.resolve<Booking | undefined>(undefined),
  )
  const booking = known ?? query.data
  if (booking !== undefined)
    return <Details booking={booking} bar={data.modelOf(booking)} data={data} onClose={onClose} />
  return (
    <Inspector title={t('inspector.title')} onClose={onClose}>
      <ErrorNote error={query.error} onRetry={query.reload} />
      {query.state === 'loading' ? <PanelSkeleton /> : null}
    </Inspector>
  )
}

function Details({
  booking,
  bar,
  data,
  onClose,
}: {
  booking: Booking
  bar: BarModel
  data: TimelineData
  onClose: () => void
}) {
  const { t } = useTranslation('timeline')
  const format = useFormat()
  const stretchOf = useStretchWords()
  const words = useBarWords()
  const vehicle = useRow('vehicle', booking.vehicleId)
  const place = data.placeOf(booking)
  const { arrivesAt, departsAt, need } = booking
  const line = useRow('planLine', booking.id)
  const riskWords =
    line !== undefined && line.shortfallWh > 0
      ? t('inspector.short', { energy: inWords(format.energy(line.shortfallWh)) })
      : t('inspector.atRisk')
  return (
    <Inspector
      title={words.who(bar)}
      subtitle={
        <>
          {place === undefined ? t('inspector.noPlace') : placeName(place)} ·{' '}
          {stretchOf(arrivesAt, departsAt)}
        </>
      }
      onClose={onClose}
      footer={<BookingActs booking={booking} />}
    >
      <div className="lp-inspect">
        <section>
          <div className="lp-booking-state" data-family={bar.family} data-look={bar.look}>
            <span className="lp-family-text">{words.what(bar)}</span>
            {bar.overstayFrom === null ? null : (
              <span>{t('bar.overstaySince', { since: format.clock(bar.overstayFrom) })}</span>
            )}
          </div>
          {bar.atRisk ? <p className="lp-risk-text">{riskWords}</p> : null}
          {bar.neededWh === null && bar.receivedWh === null ? null : (
            <dl className="lp-booking-energy">
              <div>
                <dt>{t('inspector.received')}</dt>
                <dd>
                  <Figure size="medium" value={format.energy(bar.receivedWh)} />
                </dd>
              </div>
              <div>
                <dt>{t('inspector.need')}</dt>
                <dd>
                  <Figure size="medium" value={format.energy(bar.neededWh)} />
                </dd>
              </div>
            </dl>
          )}
          {bar.share === null ? null : (
            <span className="lp-meter" data-family={bar.family}>
              <span style={{ width: `${bar.share * 100}%` }} />
            </span>
          )}
        </section>
        <DriverPart bookingId={booking.id} />
        <MoneySection booking={booking} />
        <PlanSection booking={booking} place={place} now={data.now} />
        <section>
          <Facts
            rows={[
              [t('inspector.arrives'), format.dateTime(arrivesAt)],
              [t('inspector.departs'), format.dateTime(departsAt)],
              ...when(booking.latestDepartsAt, t('inspector.latest'), format.dateTime),
              [t('inspector.length'), format.duration(departsAt - arrivesAt)],
              ...when(booking.arrivedAt, t('inspector.arrived'), format.dateTime),
              ...when(booking.finishedAt, t('inspector.finished'), format.dateTime),
              ...when(booking.leftAt, t('inspector.left'), format.dateTime),
              ...(need?.kind === 'soc'
                ? [
                    [
                      t('inspector.battery'),
                      t('inspector.soc', {
                        from: inWords(format.percent(need.arrivalPct)),
                        until: inWords(format.percent(need.departurePct)),
                      }),
                    ] as const,
                  ]
                : []),
            ]}
          />
        </section>
        <section>
          <Facts
            rows={[
              [t('inspector.plate'), <InertText key="plate" text={bar.plate} max={24} />],
              ...told(vehicle?.name, t('inspector.vehicle')),
              ...told(bar.customer, t('inspector.customer')),
              ...told(booking.idToken, t('inspector.token')),
              ...told(place === undefined ? '' : placeName(place), t('inspector.place')),
              [t('inspector.priority'), t(`priority.${booking.priority}`)],
              [t('inspector.origin'), t(`origin.${booking.origin}`)],
              ...(booking.reservation === 'none'
                ? []
                : [[t('inspector.reservation'), t(`reservation.${booking.reservation}`)] as const]),
              ...told(booking.overbooked, t('inspector.overbooked'), 200),
              ...told(booking.note, t('inspector.note'), 500),
            ]}
          />
          {booking.transactionId === null ? null : (
            <a
              className="lp-booking-link"
              href={hrefOf({ screen: 'transaction', transactionId: booking.transactionId })}
            >
              {t('inspector.transaction')}
            </a>
          )}
        </section>
        <section>
          <h3>{t('inspector.journal')}</h3>
          <BookingJournal booking={booking} />
        </section>
      </div>
    </Inspector>
  )
}

type Fact = readonly [name: string, value: React.ReactNode]

function told(text: string | null | undefined, name: string, max = 120): readonly Fact[] {
  if (text === null || text === undefined || text === '') return []
  return [[name, <InertText key={name} text={inert(text, max).text} max={max} />]]
}

function when(at: number | null, name: string, words: (at: number) => string): readonly Fact[] {
  return at === null ? [] : [[name, words(at)]]
}
