import { memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskRights } from './card-acts.ts'
import type { DeskCard, DeskColumn } from './desk-card.ts'
import { StayCard } from './stay-card.tsx'

/** One of the three columns: how many there are, and a card each. It scrolls by itself. */
export const DeskColumnView = memo(function DeskColumnView({
  column,
  cards,
  openId,
  foundId,
  rights,
}: {
  column: DeskColumn
  cards: readonly DeskCard[]
  openId: string | null
  foundId: string | null
  rights: DeskRights
}) {
  const { t } = useTranslation('desk')
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (foundId === null) return
    const card = list.current?.querySelector(`[data-stay="${CSS.escape(foundId)}"]`)
    card?.scrollIntoView({ block: 'nearest' })
  }, [foundId])
  return (
    <section className="lp-dk-column" aria-labelledby={`lp-dk-${column}`} data-column={column}>
      <h2 id={`lp-dk-${column}`}>
        {t(`column.${column}`)} <span className="lp-dk-count">{cards.length}</span>
      </h2>
      {cards.length === 0 ? (
        <p className="lp-dk-empty">{t(`empty.${column}`)}</p>
      ) : (
        <ul className="lp-dk-cards" ref={list}>
          {cards.map((card) => (
            <StayCard
              key={card.id}
              card={card}
              isOpen={card.id === openId}
              isFound={card.id === foundId}
              rights={rights}
            />
          ))}
        </ul>
      )}
    </section>
  )
})
