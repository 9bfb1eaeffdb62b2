import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { actsOf } from '../card/card-acts.ts'
import type { CardAct, DeskRights } from '../card/card-acts.ts'
import type { DeskCard } from '../card/desk-card.ts'
import { ExtendPart } from '../card/extend-part.tsx'
import { useCardAct } from '../card/use-card-act.ts'
import { useCardNames } from '../use-names.ts'
import { moreActsOf } from './more-acts.ts'

/** All that can be done with a stay: what its card offers, and the rest. */
export function DetailActs({ card, rights }: { card: DeskCard; rights: DeskRights }) {
  const { t } = useTranslation('desk')
  const { place, who } = useCardNames()(card)
  const [extending, setExtending] = useState(false)
  const run = useCardAct(card, { onExtend: () => setExtending((now) => !now) })
  // What `show` leads to stands here already.
  const all = new Set<CardAct>([...actsOf(card, rights), ...moreActsOf(card, rights)])
  const acts = [...all].filter((act) => act !== 'show')
  if (acts.length === 0) return null
  const button = (act: CardAct) => (
    <Button
      key={act}
      variant="default"
      className="lp-dk-act"
      aria-label={t('act.named', { act: t(`act.${act}`), place, who })}
      aria-expanded={act === 'extend' ? extending : undefined}
      onClick={() => run(act)}
    >
      {t(`act.${act}`)}
    </Button>
  )
  return (
    <section aria-label={t('detail.acts')}>
      <div className="lp-dk-detail-buttons">{acts.map(button)}</div>
      {extending ? <ExtendPart card={card} who={who} onClose={() => setExtending(false)} /> : null}
    </section>
  )
}
