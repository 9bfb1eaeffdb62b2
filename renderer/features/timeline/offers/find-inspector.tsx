import { Button, SegmentedControl, Select, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import type { BookingCommand } from '../../../../shared/domain/booking/command.ts'
import type { OfferOrder, PricedOffer } from '../../../../shared/domain/offer/offer.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { newId } from '../../../live/new-id.ts'
import { useRows } from '../../../live/use-live.ts'
import { findChoices, vehicleChoices } from '../../../ui/input/fleet-choices.ts'
import { Inspector } from '../../../ui/frame/inspector.tsx'
import { LocalTimeInput } from '../../../ui/input/local-time-input.tsx'
import { kiloText } from '../../../ui/input/typed-kilo.ts'
import type { BookingFlaw, BookingForm } from '../form/booking-form.ts'
import { edited } from '../form/form-store.ts'
import { NeedFields } from '../form/need-fields.tsx'
import { useSend } from '../gesture/use-send.ts'
import { WishSummary } from './wish-summary.tsx'
import { OfferList } from './offer-list.tsx'
import { useOffers } from './use-offers.ts'
import { firstWish, type Wish, type WishFlaw, type WishForm, wishOf } from './wish-form.ts'
import './offers.css'

const orders: readonly OfferOrder[] = ['soonest', 'cheapest', 'gentlest']

/** Finds a time for a new booking, or another one for `booking`: what is offered can be promised. */
export function FindInspector({
  booking,
  onClose,
  onBooked,
}: {
  booking: Booking | null
  onClose: () => void
  onBooked: (bookingId: string) => void
}) {
  const { t } = useTranslation(['offer', 'booking'])
  const timeZone = useLocale((locale) => locale.timeZone)
  const send = useSend()
  const [form, setForm] = useState(() => firstWish(booking, Date.now(), timeZone))
  const [asked, setAsked] = useState<Wish | null>(null)
  const [tried, setTried] = useState(false)
  const [chosen, setChosen] = useState<PricedOffer | null>(null)
  const [busy, setBusy] = useState(false)
  const said = useMemo(() => wishOf(form, booking?.id ?? null, timeZone), [form, booking, timeZone])
  const flaws: readonly WishFlaw[] = tried && 'flaws' in said ? said.flaws : []
  const found = useOffers(asked)

  const look = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!('wish' in said)) return
    setChosen(null)
    setAsked(said.wish)
  }
  const change = (words: Partial<WishForm>) => {
    edited()
    setForm({ ...form, ...words })
  }
  const changeOrder = (order: OfferOrder) => {
    setForm({ ...form, order })
    setChosen(null)
    if (asked !== null) setAsked({ ...asked, order })
  }
  const book = async () => {
    if (chosen === null || asked === null || busy) return
    const id = booking?.id ?? newId()
    setBusy(true)
    const done = await send([commandFor(booking, id, chosen, asked, form.booking)])
    setBusy(false)
    if (done) onBooked(id)
    // Somebody else has it by now: what is left is shown.
    else found.reload()
  }
  return (
    <Inspector
      title={t(booking ? 'titleMove' : 'title')}
      onClose={onClose}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('booking:form.cancel')}
          </Button>
          {asked === null ? (
            <Button type="submit" form="wish">
              {t('look')}
            </Button>
          ) : found.data?.offers.length === 0 ? (
            <Button onClick={() => setAsked(null)}>{t('changeWish')}</Button>
          ) : (
            <Button disabled={chosen === null} loading={busy} onClick={() => void book()}>
              {t(booking ? 'moveThere' : 'bookIt')}
            </Button>
          )}
        </>
      }
    >
      {asked === null ? (
        <form id="wish" onSubmit={look} noValidate>
          <WishFields form={form} flaws={flaws} onChange={change} />
        </form>
      ) : (
        <WishSummary wish={asked} plate={form.booking.plate} onChange={() => setAsked(null)} />
      )}
      <Stack gap="xs" mt="md">
        <SegmentedControl
          fullWidth
          aria-label={t('order.label')}
          value={form.order}
          data={orders.map((value) => ({ value, label: t(`order.${value}`) }))}
          onChange={(value) => {
            const order = orders.find((known) => known === value)
            if (order) changeOrder(order)
          }}
        />
        {asked === null ? null : (
          <OfferList
            found={found}
            wish={asked}
            chosen={chosen}
            onChoose={setChosen}
            onTake={() => void book()}
          />
        )}
      </Stack>
    </Inspector>
  )
}

function WishFields({
  form: { booking: form, stay },
  flaws,
  onChange,
}: {
  form: WishForm
  flaws: readonly WishFlaw[]
  onChange: (words: Partial<WishForm>) => void
}) {
  const { t } = useTranslation(['offer', 'booking'])
  const vehicles = useRows('vehicle')
  const options = useMemo(
    () => vehicleChoices(vehicles, form.vehicleId),
    [vehicles, form.vehicleId],
  )
  const changeBooking = (words: Partial<BookingForm>) =>
    onChange({ booking: { ...form, ...words } })
  const chooseVehicle = (vehicleId: string | null) => {
    const vehicle = vehicles.find(({ id }) => id === vehicleId)
    const battery = vehicle?.batteryWh ?? null
    changeBooking({
      vehicleId,
      ...(vehicle ? { plate: '', customerId: vehicle.customerId } : {}),
      ...(battery === null ? {} : { batteryKWh: kiloText(battery) }),
    })
  }
  const bookingFlaws = flaws.filter(
    (flaw): flaw is BookingFlaw => flaw !== 'stay' && flaw !== 'span',
  )
  return (
    <Stack gap="sm">
      <Select
        label={t('booking:form.vehicle')}
        placeholder={t('booking:form.noVehicle')}
        data={options}
        value={form.vehicleId}
        onChange={chooseVehicle}
        filter={findChoices}
        searchable
        clearable
        limit={50}
        nothingFoundMessage={t('booking:form.noneFound')}
      />
      {form.vehicleId === null ? (
        <TextInput
          label={t('booking:form.plate')}
          value={form.plate}
          spellCheck={false}
          data-autofocus
          onChange={(event) => changeBooking({ plate: event.currentTarget.value.toUpperCase() })}
        />
      ) : null}
      <NeedFields form={form} flaws={bookingFlaws} onChange={changeBooking} />
      <LocalTimeInput
        label={t('arrivesFrom')}
        value={form.arrives}
        error={flaws.includes('arrives') ? t('booking:form.timeBad') : null}
        onChange={(arrives) => changeBooking({ arrives })}
      />
      <LocalTimeInput
        label={t('departsBy')}
        value={form.departs}
        error={
          flaws.includes('departs')
            ? t('booking:form.timeBad')
            : flaws.includes('span')
              ? t('spanBad')
              : null
        }
        onChange={(departs) => changeBooking({ departs })}
      />
      <TextInput
        label={t('stay')}
        description={t('stayHint')}
        value={stay}
        inputMode="numeric"
        error={flaws.includes('stay') ? t('stayBad') : null}
        onChange={(event) => onChange({ stay: event.currentTarget.value })}
      />
    </Stack>
  )
}

function commandFor(
  booking: Booking | null,
  id: string,
  { stationId, connectorId, arrivesAt, departsAt }: PricedOffer,
  { need, vehicleId }: Wish,
  { plate, customerId }: BookingForm,
): BookingCommand {
  const place = { stationId, connectorId, arrivesAt, departsAt }
  if (booking !== null)
    return {
      kind: 'change',
      id,
      revision: booking.revision,
      patch: { ...place, need, latestDepartsAt: null },
    }
  return {
    kind: 'create',
    id,
    origin: 'desk',
    requested: false,
    plan: {
      ...place,
      latestDepartsAt: null,
      flexibility: 'fixed',
      need,
      vehicleId,
      customerId,
      plate: vehicleId === null ? plate.trim() : '',
      idToken: null,
      priority: 'normal',
      note: '',
    },
  }
}
