import { Button } from '@mantine/core'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate } from '../../../navigation/use-route.ts'
import { PhoneMark } from '../../../visit/phone-mark.tsx'
import { useVisitOf } from '../../../visit/visit-of.ts'
import { useCardNames } from '../use-names.ts'
import { actsOf } from './card-acts.ts'
import type { CardAct, DeskRights } from './card-acts.ts'
import { CardFigures, CardTime } from './card-figures.tsx'
import { cardFamilies, CardMark } from './card-mark.tsx'
import type { DeskCard } from './desk-card.ts'
import { ExtendPart } from './extend-part.tsx'
import { useCardAct } from './use-card-act.ts'
import { useCardWords } from './use-card-words.ts'
import './card.css'

/** A stay: where, who, what goes on, what it costs, and the next act. All of it opens the details but the buttons. */
export const StayCard = memo(function StayCard({
  card,
  isOpen,
  isFound,
  rights,
}: {
  card: DeskCard
  isOpen: boolean
  /** Whether it was just looked for. */
  isFound: boolean
  rights: DeskRights
}) {
  const { t } = useTranslation(['desk', 'visit'])
  const { place, who } = useCardNames()(card)
  const words = useCardWords()
  const isFromPhone = useVisitOf(card.id) !== undefined
  const [extending, setExtending] = useState(false)
  const run = useCardAct(card, { onExtend: () => setExtending((now) => !now) })
  const acts = actsOf(card, rights)
  const family = cardFamilies[card.kind]
  return (
    <li
      className="lp-dk-card"
      aria-label={t('desk:card', { place, who })}
      data-family={family}
      data-kind={card.kind}
      data-open={isOpen || undefined}
      data-found={isFound || undefined}
      data-stay={card.id}
    >
      <div className="lp-dk-head">
        <button
          type="button"
          className="lp-dk-open"
          aria-label={[t('desk:open', { place, who }), isFromPhone ? t('visit:mark.short') : '']
            .filter(Boolean)
            .join(', ')}
          aria-expanded={isOpen}
          onClick={() => navigate({ screen: 'desk', open: card.id })}
        >
          <strong>{place}</strong> <span>{who}</span> {isFromPhone ? <PhoneMark size={16} /> : null}
        </button>
        <CardFigures card={card} />
      </div>
      <div className="lp-dk-body">
        <div className="lp-dk-what">
          <span className="lp-dk-state">
            <CardMark kind={card.kind} />
            <span>{words(card, place)}</span>
          </span>
          <CardTime card={card} />
        </div>
        {acts.length === 0 ? null : (
          <div className="lp-dk-acts">
            {acts.map((act) => (
              <ActButton
                key={act}
                act={act}
                name={t('desk:act.named', { act: t(`desk:act.${act}`), place, who })}
                expanded={act === 'extend' ? extending : undefined}
                onPress={() => run(act)}
              />
            ))}
          </div>
        )}
      </div>
      {extending && acts.includes('extend') ? (
        <ExtendPart card={card} who={who} onClose={() => setExtending(false)} />
      ) : null}
    </li>
  )
})

function ActButton({
  act,
  name,
  expanded,
  onPress,
}: {
  act: CardAct
  name: string
  expanded: boolean | undefined
  onPress: () => void
}) {
  const { t } = useTranslation('desk')
  return (
    <Button
      variant="default"
      className="lp-dk-act"
      aria-label={name}
      aria-expanded={expanded}
      onClick={onPress}
    >
      {t(`act.${act}`)}
    </Button>
  )
}
