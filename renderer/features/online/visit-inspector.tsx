import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { openVisits } from '../../../shared/domain/visit/visit.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useMay } from '../../live/session-store.ts'
import { useRow } from '../../live/use-live.ts'
import { useNow } from '../../live/use-now.ts'
import { hrefOf } from '../../navigation/use-route.ts'
import { BillPanel } from '../../payment/bill-panel.tsx'
import { useBillOf } from '../../payment/use-bill.ts'
import { NeedsNote } from '../../session/needs.tsx'
import { Inspector } from '../../ui/frame/inspector.tsx'
import { useStretchWords } from '../../ui/words/stretch-words.ts'
import { BlockDialog } from './block-dialog.tsx'
import { ContactPart } from './contact-part.tsx'
import { DriverLinkDialog } from './driver-link-dialog.tsx'
import { HeldLeft } from '../../visit/held-left.tsx'
import { TakeBackDialog } from './take-back-dialog.tsx'
import type { VisitWords } from './use-visit-words.ts'
import { VisitFacts } from './visit-facts.tsx'
import { VisitMark } from './visit-mark.tsx'
import type { VisitRow } from './visit-rows.ts'

/** A visit in full: how it stands and until when, what was asked for, its money, its driver, and what can be done. */
export function VisitInspector({
  row,
  words,
  onClose,
}: {
  row: VisitRow
  words: VisitWords
  onClose: () => void
}) {
  const { t } = useTranslation('visit')
  const seesMoney = useMay('seeMoney')
  const { visit, booking } = row
  return (
    <Inspector
      title={words.who(row)}
      subtitle={[
        t(`kind.${visit.kind}`),
        words.place(row) || (row.group === 'over' ? '' : t('noPlace')),
      ]
        .filter(Boolean)
        .join(' · ')}
      onClose={onClose}
      footer={<VisitActs row={row} words={words} />}
    >
      <div className="lp-inspect">
        <section>
          <p className="lp-on-now">
            <VisitMark row={row} />
            <strong>{words.state(row)}</strong>
            {row.heldUntil !== null && row.group !== 'over' ? (
              <HeldLeft until={row.heldUntil} />
            ) : null}
          </p>
          <Why row={row} />
        </section>
        <section>
          <VisitFacts row={row} words={words} />
        </section>
        {seesMoney && booking !== null ? <VisitMoney bookingId={booking.id} /> : null}
        <ContactPart visit={visit} />
        <div className="lp-on-links">
          <Ways row={row} />
        </div>
      </div>
    </Inspector>
  )
}

/** What comes of it, as a sentence. */
function Why({ row: { visit, heldUntil, group } }: { row: VisitRow }) {
  const { t } = useTranslation('visit')
  const format = useFormat()
  const stretchOf = useStretchWords()
  const now = useNow(10_000)
  const { lapse } = visit
  if (group === 'waiting') return <p className="lp-soft">{t('inLineWhy')}</p>
  if (heldUntil === null || group === 'over') return null
  const at = format.moment(heldUntil, now)
  if (lapse !== null)
    return (
      <p className="lp-soft">
        {t('wasBefore', { stretch: stretchOf(lapse.arrivesAt, lapse.departsAt) })}
      </p>
    )
  return <p className="lp-soft">{t(group === 'offered' ? 'heldWhyOffer' : 'heldWhy', { at })}</p>
}

function VisitMoney({ bookingId }: { bookingId: string }) {
  const { t } = useTranslation('visit')
  const bill = useBillOf({ bookingId })
  if (bill === undefined) return null
  return (
    <section>
      <h3>{t('money')}</h3>
      {bill === null ? <p className="lp-soft">{t('noMoney')}</p> : <BillPanel bill={bill} />}
    </section>
  )
}

/** Where else it is shown. */
function Ways({ row: { visit, booking } }: { row: VisitRow }) {
  const { t } = useTranslation('visit')
  const isWalkUp = useRow('walkUp', booking?.id ?? null) !== undefined
  const mayAttend = useMay('attend')
  return (
    <>
      {booking === null ? null : (
        <a href={hrefOf({ screen: 'timeline', open: booking.id })}>{t('act.timeline')}</a>
      )}
      {booking !== null && isWalkUp && mayAttend ? (
        <a href={hrefOf({ screen: 'desk', open: booking.id })}>{t('act.desk')}</a>
      ) : null}
      <a href={hrefOf({ screen: 'journal', filter: { noun: 'visit', nounId: visit.id } })}>
        {t('act.journal')}
      </a>
    </>
  )
}

function VisitActs({ row, words }: { row: VisitRow; words: VisitWords }) {
  const { t } = useTranslation('visit')
  const mayAttend = useMay('attend')
  const [asked, setAsked] = useState<'link' | 'takeBack' | 'block' | null>(null)
  const { visit, booking } = row
  const who = words.who(row)
  const isOpen = openVisits.has(visit.state)
  const hasCar = booking?.state === 'charging' || booking?.state === 'finished'
  const close = () => setAsked(null)
  if (!mayAttend) return <NeedsNote right="attend" />
  return (
    <>
      <Button variant="default" onClick={() => setAsked('link')}>
        {t('act.link')}
      </Button>
      {isOpen ? (
        <Button
          variant="default"
          disabled={hasCar}
          title={hasCar ? t('takeBack.charges') : undefined}
          onClick={() => setAsked('takeBack')}
        >
          {t('act.takeBack')}
        </Button>
      ) : null}
      <Button variant="default" onClick={() => setAsked('block')}>
        {t('act.block')}
      </Button>
      {asked === 'link' ? <DriverLinkDialog visit={visit} who={who} onClose={close} /> : null}
      {asked === 'takeBack' ? <TakeBackDialog row={row} who={who} onClose={close} /> : null}
      {asked === 'block' ? <BlockDialog visit={visit} onClose={close} /> : null}
    </>
  )
}
