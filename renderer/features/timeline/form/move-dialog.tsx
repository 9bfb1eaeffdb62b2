import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import { placeOf } from '../../../../shared/domain/booking/states.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { localTimeOf, readLocalTime } from '../../../ui/input/local-time.ts'
import { LocalTimeInput } from '../../../ui/input/local-time-input.tsx'
import { useStretchWords } from '../../../ui/words/stretch-words.ts'
import { commandsOf, type Draft, type Hold, readPlace } from '../gesture/hold.ts'
import { JudgedDialog } from './judged-dialog.tsx'
import { usePlaceOptions } from './place-options.ts'

/** Moves a booking by telling where to: it keeps its length. The way for who can't or won't drag. */
export function MoveDialog({ booking, onClose }: { booking: Booking; onClose: () => void }) {
  const { t } = useTranslation('booking')
  const timeZone = useLocale((locale) => locale.timeZone)
  const stretchOf = useStretchWords()
  const places = usePlaceOptions()
  const [placeKey, setPlaceKey] = useState(placeOf(booking) ?? '')
  const [arrives, setArrives] = useState(localTimeOf(booking.arrivesAt, timeZone))
  const arrivesAt = readLocalTime(arrives, timeZone)
  const departsAt = (arrivesAt ?? 0) + booking.departsAt - booking.arrivesAt
  const drafts: Draft[] =
    arrivesAt === null || placeKey === ''
      ? []
      : [{ booking, placement: { ...readPlace(placeKey), arrivesAt, departsAt } }]
  return (
    <JudgedDialog
      title={t('act.moveTitle')}
      act={t('act.moveNow')}
      commands={commandsOf(asHeld(booking), drafts, () => booking.id)}
      onAccept={(alternative) => {
        setPlaceKey(`${alternative.stationId}/${alternative.connectorId}`)
        setArrives(localTimeOf(alternative.arrivesAt, timeZone))
      }}
      onClose={onClose}
    >
      <Select
        label={t('form.place')}
        data={places}
        value={placeKey || null}
        onChange={(key) => setPlaceKey(key ?? '')}
        searchable
        allowDeselect={false}
      />
      <LocalTimeInput
        focused
        label={t('form.arrives')}
        value={arrives}
        error={arrivesAt === null ? t('form.timeBad') : null}
        onChange={setArrives}
      />
      {arrivesAt === null ? null : (
        <p className="lp-soft" style={{ margin: 0 }}>
          {stretchOf(arrivesAt, departsAt)}
        </p>
      )}
    </JudgedDialog>
  )
}

function asHeld(booking: Booking): Hold {
  return { kind: 'move', bookings: [booking], grabbed: booking, grabOffsetMs: 0, copy: false }
}
