import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changed, moved, movedOn, namedTwice } from './column-list.ts'
import { ColumnRow, ROW_PX } from './column-row.tsx'
import { change } from './draft-store.ts'
import type { Draft } from './draft.ts'
import { useColumnWords } from './use-column-words.ts'

/** The columns to take, order and name: by dragging, by the buttons of each, or by Alt and the arrows. */
export function ColumnRows({ draft: { columns } }: { draft: Draft }) {
  const { t } = useTranslation('reports')
  const wordsOf = useColumnWords()
  const list = useRef<HTMLUListElement>(null)
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null)
  const [said, setSaid] = useState('')
  const twice = namedTwice(columns)

  const put = (from: number, next: Draft['columns']) => {
    if (next === columns) return
    change({ columns: next })
    const place = next.findIndex((column) => column === columns[from]) + 1
    setSaid(t('export.column.moved', { column: wordsOf(columns[from]?.key ?? ''), place }))
  }
  const placeAt = (clientY: number) => {
    const top = list.current?.getBoundingClientRect().top ?? 0
    return Math.min(columns.length - 1, Math.max(0, Math.floor((clientY - top) / ROW_PX)))
  }
  return (
    <>
      <ul className="lp-reports-columns" ref={list}>
        {columns.map((column, at) => (
          <ColumnRow
            key={column.key}
            column={column}
            words={wordsOf(column.key)}
            isTwice={column.isOn && twice.has(column.name.trim() || column.key)}
            edges={{ isFirst: at === 0, isLast: at === columns.length - 1 }}
            mark={
              drag === null || drag.to !== at || drag.from === at
                ? null
                : drag.to < drag.from
                  ? 'above'
                  : 'below'
            }
            isDragged={drag?.from === at}
            onChange={(changes) => change({ columns: changed(columns, column.key, changes) })}
            onMove={(by) => put(at, movedOn(columns, at, by))}
            onDrag={{
              start: () => setDrag({ from: at, to: at }),
              over: (clientY) => {
                scrollNear(list.current, clientY)
                setDrag({ from: at, to: placeAt(clientY) })
              },
              drop: () => {
                if (drag !== null) put(drag.from, moved(columns, drag.from, drag.to))
                setDrag(null)
              },
              cancel: () => setDrag(null),
            }}
          />
        ))}
      </ul>
      <p className="lp-reports-told" role="status">
        {said}
      </p>
    </>
  )
}

/** How near to an edge the list begins to follow, and by how much at each move, px. */
const EDGE_PX = 40
const STEP_PX = 12

/** Scrolls the panel when a row is dragged to its upper or lower edge. */
function scrollNear(list: HTMLElement | null, clientY: number): void {
  const panel = list?.closest('.lp-reports-side')
  if (!panel) return
  const { top, bottom } = panel.getBoundingClientRect()
  if (clientY < top + EDGE_PX) panel.scrollBy(0, -STEP_PX)
  if (clientY > bottom - EDGE_PX) panel.scrollBy(0, STEP_PX)
}
