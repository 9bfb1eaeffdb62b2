import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Alternative, BookingRefusal } from '../../../../shared/domain/booking/refusal.ts'
import { useBookingRefusalWords } from '../../../ui/words/booking-refusal-words.ts'
import { useAlternativeWords } from './alternative-words.ts'
import { suggest } from './hand.ts'
import { OverbookDialog } from './overbook-dialog.tsx'
import { onlyGrid } from './verdict.ts'
import './verdict-note.css'

/**
 * What is in the way of a booking, in words, and where it would fit: to be taken with one press. What only the grid is in
 * the way of may be taken in all the same, with a reason.
 */
export function VerdictNote({
  title,
  refusals,
  alternatives,
  onAccept,
  onOverbook,
}: {
  title?: string
  refusals: readonly BookingRefusal[]
  alternatives: readonly Alternative[]
  onAccept: (alternative: Alternative) => void
  /** Takes it in for that reason; where it is left out nobody may. */
  onOverbook?: ((reason: string) => void) | undefined
}) {
  const { t } = useTranslation('booking')
  const wordsOf = useBookingRefusalWords()
  const placeWords = useAlternativeWords()
  const [asking, setAsking] = useState(false)
  const mayOverbook = onOverbook !== undefined && onlyGrid(refusals)
  return (
    <div className="lp-verdict" role="alert">
      {title === undefined ? null : <strong>{title}</strong>}
      <ul className="lp-verdict-reasons">
        {refusals.map((refusal, index) => (
          <li key={`${refusal.code}-${index}`}>{wordsOf(refusal)}</li>
        ))}
      </ul>
      {alternatives.length > 0 ? (
        <div className="lp-verdict-offers">
          <span>{t('wouldFit')}</span>
          {alternatives.map((alternative) => (
            <Button
              key={`${alternative.stationId}/${alternative.connectorId}/${alternative.arrivesAt}`}
              variant="default"
              size="compact-sm"
              onClick={() => onAccept(alternative)}
              onPointerEnter={() => suggest(alternative)}
              onPointerLeave={() => suggest(null)}
              onFocus={() => suggest(alternative)}
              onBlur={() => suggest(null)}
            >
              {placeWords(alternative)}
            </Button>
          ))}
        </div>
      ) : null}
      {mayOverbook ? (
        <div>
          <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
            {t('overbook.act')}
          </Button>
        </div>
      ) : null}
      {mayOverbook && asking ? (
        <OverbookDialog
          onConfirm={(reason) => {
            setAsking(false)
            onOverbook(reason)
          }}
          onCancel={() => setAsking(false)}
        />
      ) : null}
    </div>
  )
}
