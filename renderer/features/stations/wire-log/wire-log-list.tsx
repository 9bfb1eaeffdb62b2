import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OcppMessage } from '../../../../shared/domain/ocpp-message/ocpp-message.ts'
import { WireLogEntry } from './wire-log-entry.tsx'
import './wire-log.css'

const LINE = 32

/** The exchanges of a log as lines that unfold; only those in view are in the document. */
export function WireLogList({
  rows,
  onEndNear,
}: {
  rows: readonly OcppMessage[]
  onEndNear: () => void
}) {
  const { t } = useTranslation('station')
  const scroller = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set())
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 10,
    getItemKey: (index) => rows[index]?.id ?? index,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= rows.length - 20) onEndNear()
  }, [onEndNear, last, rows.length])
  const toggle = (id: number) =>
    setOpen((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  return (
    <div
      className="lp-log-list"
      ref={scroller}
      role="list"
      aria-label={t('log.title')}
      tabIndex={-1}
    >
      <div className="lp-log-body" style={{ height: virtual.getTotalSize() }} role="presentation">
        {items.map((item) => {
          const message = rows[item.index]
          if (!message) return null
          return (
            <div
              key={message.id}
              role="listitem"
              className="lp-log-line"
              data-index={item.index}
              ref={virtual.measureElement}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <WireLogEntry message={message} open={open.has(message.id)} onToggle={toggle} />
            </div>
          )
        })}
      </div>
    </div>
  )
}
