import { Button, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/use-format.ts'
import { inert } from '../../../ui/mark/inert.ts'
import { openStay } from '../search/open-hit.ts'
import { closeStrip } from '../desk-store.ts'
import { usePlaceName } from '../use-names.ts'
import { StripPart } from './strip-part.tsx'
import type { Strip } from './use-strip.ts'

/** Whose car it is: its plate, which may be left out by one press, and what is known of it. */
export function PlatePart({ strip }: { strip: Strip }) {
  const { t } = useTranslation('desk')
  const { form, change, choose } = strip
  return (
    <StripPart step="plate" title={t('strip.platePart')} isNow={form.step === 'plate'}>
      {form.step === 'plate' ? (
        <form
          className="lp-dk-plate"
          onSubmit={(event) => {
            event.preventDefault()
            choose({ step: 'plate', plate: form.plate.trim() })
          }}
        >
          <TextInput
            size="xl"
            aria-label={t('strip.plate')}
            placeholder={t('strip.plate')}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={20}
            data-field
            value={form.plate}
            onChange={(event) => change({ plate: event.currentTarget.value })}
          />
          <Button type="submit" variant="default" className="lp-dk-act">
            {form.plate.trim() === '' ? t('strip.noPlate') : t('strip.next')}
          </Button>
        </form>
      ) : (
        <Who strip={strip} />
      )}
    </StripPart>
  )
}

function Who({ strip }: { strip: Strip }) {
  const { t } = useTranslation('desk')
  const format = useFormat()
  const placeName = usePlaceName()
  const { form, who } = strip
  const plate = inert(who?.plate ?? form.plate, 20).text
  const visits = who?.visits ?? 0
  return (
    <div className="lp-dk-who">
      <button type="button" className="lp-dk-who-plate" onClick={() => strip.goTo('plate')}>
        {plate || t('strip.noPlate')}
      </button>
      {who === null ? null : (
        <>
          {who.customerName === '' ? null : <span>{inert(who.customerName, 40).text}</span>}
          {visits === 0 ? null : (
            <span className="lp-soft">
              {visits >= 10 ? t('strip.regularMany') : t('strip.regular', { count: visits })}
            </span>
          )}
          {who.booked === null ? null : <Booked booked={who.booked} />}
          {who.here === null ? null : (
            <span className="lp-dk-part-note" role="status">
              {t('strip.here', { place: placeName(who.here) })}{' '}
              <Button
                variant="default"
                size="compact-md"
                onClick={() => {
                  closeStrip()
                  if (who.here !== null) openStay(who.here.bookingId)
                }}
              >
                {t('strip.openHere')}
              </Button>
            </span>
          )}
        </>
      )}
    </div>
  )

  function Booked({ booked }: { booked: NonNullable<NonNullable<Strip['who']>['booked']> }) {
    const { stationId, connectorId, arrivesAt } = booked
    const when = format.moment(arrivesAt, Date.now())
    return (
      <span className="lp-dk-part-note">
        {stationId === null || connectorId === null
          ? t('strip.bookedAnywhere', { when })
          : t('strip.booked', { place: placeName({ stationId, connectorId }), when })}
      </span>
    )
  }
}
