import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { inert } from '../../../ui/mark/inert.ts'
import { isFigure, previewWidth } from './preview-widths.ts'
import type { PreviewHead } from './use-preview.ts'

const ROW_PX = 28
/** Nobody reads more than this of a cell in a table; the file has all of it. */
const LONGEST = 300

interface Place {
  readonly at: number
  readonly left: number
  readonly width: number
}

/** The rows of a report as its file has them, text by text; only what is in view is in the document. */
export function PreviewTable({
  label,
  head,
  rows,
  sums,
  count,
  onEndNear,
}: {
  label: string
  head: PreviewHead
  rows: readonly (readonly string[])[]
  /** What the file would end with. */
  sums: readonly (readonly string[])[]
  /** How many rows there are in all; null while that is being counted. */
  count: number | null
  onEndNear: () => void
}) {
  const { t } = useTranslation('reports')
  const scroller = useRef<HTMLDivElement>(null)
  const { columns, header } = head
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 10,
  })
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => previewWidth(columns[at] ?? { kind: 'text', name: '' }),
    getItemKey: (at) => `${at}:${columns[at]?.name ?? ''}`,
    overscan: 3,
  })
  const items = down.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - 40) onEndNear()
  }, [last, rows.length, onEndNear])

  const places = across.getVirtualItems().map(({ index, start, size }): Place => ({
    at: index,
    left: start,
    width: size,
  }))
  const isRight = (at: number) => isFigure(columns[at] ?? { kind: 'text' })
  return (
    <div
      className="lp-preview"
      ref={scroller}
      role="table"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={(count ?? rows.length) + 1}
      aria-colcount={columns.length}
    >
      <div className="lp-preview-inner" style={{ width: across.getTotalSize() }}>
        <div role="rowgroup" className="lp-preview-head">
          <div role="row" aria-rowindex={1} style={{ height: ROW_PX }}>
            {places.map(({ at, left, width }) => (
              <span
                key={at}
                role="columnheader"
                aria-colindex={at + 1}
                data-right={isRight(at) || undefined}
                title={header[at]}
                style={{ left, width }}
              >
                {inert(header[at] ?? '', LONGEST).text}
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup" className="lp-preview-body" style={{ height: down.getTotalSize() }}>
          {items.map(({ index, start }) => (
            <PreviewRow
              key={index}
              index={index}
              top={start}
              texts={rows[index] ?? []}
              places={places}
              isRight={isRight}
            />
          ))}
        </div>
        {sums.length > 0 ? (
          <div role="rowgroup" className="lp-preview-sums" aria-label={t('export.preview.sums')}>
            {sums.map((texts, index) => (
              <PreviewRow
                key={index}
                index={(count ?? rows.length) + index}
                top={null}
                texts={texts}
                places={places}
                isRight={isRight}
              />
            ))}
          </div>
        ) : null}
      </div>
    </div>
  )
}

const PreviewRow = memo(function PreviewRow({
  index,
  top,
  texts,
  places,
  isRight,
}: {
  index: number
  /** Where it stands among the others; null for one that stands by itself. */
  top: number | null
  texts: readonly string[]
  places: readonly Place[]
  isRight: (at: number) => boolean
}) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      style={{
        height: ROW_PX,
        ...(top === null
          ? { position: 'relative' }
          : { transform: `translateY(${top}px)`, position: 'absolute' }),
      }}
    >
      {places.map(({ at, left, width }) => {
        const text = texts[at] ?? ''
        const shown = inert(text, LONGEST).text
        return (
          <span
            key={at}
            role="cell"
            aria-colindex={at + 1}
            data-right={isRight(at) || undefined}
            title={shown.length > 16 ? shown : undefined}
            style={{ left, width }}
          >
            {shown}
          </span>
        )
      })}
    </div>
  )
})
