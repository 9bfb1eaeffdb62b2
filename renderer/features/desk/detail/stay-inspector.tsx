import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { endedStates } from '../../../../shared/domain/booking/states.ts'
import { inWords } from '../../../i18n/format.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useMay } from '../../../live/session-store.ts'
import { useRow } from '../../../live/use-live.ts'
import { hrefOf } from '../../../navigation/use-route.ts'
import { BillPanel } from '../../../payment/bill-panel.tsx'
import { ReceiptButton } from '../../../payment/receipt/receipt-button.tsx'
import { Facts } from '../../../ui/frame/facts.tsx'
import { InertText } from '../../../ui/mark/inert-text.tsx'
import { Inspector } from '../../../ui/frame/inspector.tsx'
import { useActorWords } from '../../../ui/words/use-actor-words.ts'
import { DriverPart } from '../../../visit/driver-part.tsx'
import { CardMark } from '../card/card-mark.tsx'
import { CardTime } from '../card/card-figures.tsx'
import type { DeskRights } from '../card/card-acts.ts'
import type { DeskCard } from '../card/desk-card.ts'
import { useCardWords } from '../card/use-card-words.ts'
import { useCardNames } from '../use-names.ts'
import { DetailActs } from './detail-acts.tsx'
import { MessagePart } from './message-part.tsx'
import { NextPart } from './next-part.tsx'
import { RefundPart } from './refund-part.tsx'
import './detail.css'

/** A stay in full beside the cards: what happens next, its acts, its money, its car, and a word to the driver. */
export function StayInspector({
  card,
  rights,
  onClose,
}: {
  card: DeskCard
  rights: DeskRights
  onClose: () => void
}) {
  const { t } = useTranslation('desk')
  const { place, who } = useCardNames()(card)
  const words = useCardWords()
  const seesMoney = useMay('seeMoney')
  const mayRefund = useMay('refund')
  const { bill } = card
  const paid = card.payments.filter(({ capturedMinor }) => capturedMinor > 0)
  return (
    <Inspector title={`${place} · ${who}`} onClose={onClose}>
      <div className="lp-inspect lp-dk-detail">
        <section>
          <p className="lp-dk-state lp-dk-detail-state" data-kind={card.kind}>
            <CardMark kind={card.kind} />
            <span>{words(card, place)}</span>
          </p>
          <CardTime card={card} />
        </section>
        <DriverPart bookingId={card.id} />
        <NextPart card={card} place={place} />
        <DetailActs card={card} rights={rights} />
        {seesMoney ? (
          <section>
            <h3>{t('detail.money')}</h3>
            {card.bill === null ? (
              <p className="lp-soft">{t('detail.noBill')}</p>
            ) : (
              <BillPanel bill={card.bill} />
            )}
            <DueWords card={card} />
            {paid.length === 0 ? null : (
              <div className="lp-dk-detail-buttons">
                <ReceiptButton wanted={paid.map(({ id }) => ({ paymentId: id }))} />
                {mayRefund && bill !== null
                  ? paid.map((payment) => (
                      <RefundPart key={payment.id} payment={payment} bill={bill} />
                    ))
                  : null}
                <Button
                  component="a"
                  variant="default"
                  href={hrefOf({ screen: 'payments', open: paid.at(-1)?.id ?? '' })}
                >
                  {t('detail.showPayment')}
                </Button>
              </div>
            )}
          </section>
        ) : null}
        <CarFacts card={card} />
        {rights.attend && !endedStates.has(card.booking.state) ? <MessagePart card={card} /> : null}
      </div>
    </Inspector>
  )
}

/** What goes back, and by which way. */
function DueWords({ card: { due } }: { card: DeskCard }) {
  const { t } = useTranslation('desk')
  const format = useFormat()
  if (due === null) return null
  const told = (minor: number, key: 'detail.goesBack' | 'detail.byHand') =>
    minor > 0 ? (
      <p className="lp-dk-part-note">{t(key, { amount: format.money(minor, due.currency) })}</p>
    ) : null
  return (
    <>
      {told(due.goesBackMinor, 'detail.goesBack')}
      {told(due.byHandMinor, 'detail.byHand')}
    </>
  )
}

function CarFacts({ card }: { card: DeskCard }) {
  const { t } = useTranslation('desk')
  const actor = useActorWords()
  const format = useFormat()
  const { booking, walkUp, vehicle, deliveredWh, connector } = card
  const customer = useRow('customer', booking.customerId)
  const { arrivedAt, arrivesAt, departsAt, need, transactionId } = booking
  const wants = need?.kind === 'energy' ? inWords(format.energy(need.energyWh)) : null
  return (
    <section>
      <h3>{t('detail.car')}</h3>
      <Facts
        rows={[
          [t('detail.arrived'), format.dateTime(arrivedAt ?? arrivesAt)],
          [t('detail.departs'), format.dateTime(departsAt)],
          [t('detail.need'), wants ?? t('detail.needFull')],
          ...(deliveredWh === null
            ? []
            : [[t('detail.delivered'), inWords(format.energy(deliveredWh))] as const]),
          ...(connector?.powerW === null || connector === null
            ? []
            : [[t('detail.power'), inWords(format.power(connector.powerW))] as const]),
          ...(customer === undefined
            ? []
            : [
                [
                  t('detail.customer'),
                  <InertText key="c" text={customer.name} max={60} />,
                ] as const,
              ]),
          ...(vehicle === null || vehicle.name === ''
            ? []
            : [[t('detail.vehicle'), <InertText key="v" text={vehicle.name} max={60} />] as const]),
          ...(walkUp === null
            ? []
            : [
                [
                  t('detail.beganBy'),
                  <InertText key="b" text={actor(walkUp.beganBy)} max={60} />,
                ] as const,
              ]),
        ]}
      />
      <div className="lp-dk-links">
        {transactionId === null ? null : (
          <a href={hrefOf({ screen: 'transaction', transactionId })}>{t('detail.transaction')}</a>
        )}
        <a href={hrefOf({ screen: 'timeline', open: card.id })}>{t('detail.timeline')}</a>
      </div>
    </section>
  )
}
