import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { Figure } from '../../ui/mark/figure.tsx'
import { InertText } from '../../ui/mark/inert-text.tsx'
import type { StationRow } from './station-row.ts'
import { StationTile } from './station-tile.tsx'
import { tileLines } from './tile-lines.ts'
import { nextTile } from './tile-walk.ts'
import { zoneGroups } from './zone-groups.ts'
import type { ZoneGroup } from './zone-groups.ts'
import './stations.css'

const TILE_WIDTH = 264
const TILE_HEIGHT = 120
const HEAD_HEIGHT = 44
const GAP = 8

/** Stations as tiles under the heads of their zones; only the lines in view are in the document. */
export function StationsTiles({
  rows,
  selectedId,
  onRow,
}: {
  rows: readonly StationRow[]
  selectedId: string | null
  onRow: (row: StationRow) => void
}) {
  const { t } = useTranslation('stations')
  const scroller = useRef<HTMLDivElement>(null)
  const perLine = useFitting(scroller)
  const groups = useMemo(() => zoneGroups(rows), [rows])
  const lines = useMemo(() => tileLines(groups, perLine), [groups, perLine])
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'zone' ? HEAD_HEIGHT : TILE_HEIGHT + GAP),
    overscan: 4,
    getItemKey: (index) => lines[index]?.key ?? index,
  })
  useEffect(() => virtual.measure(), [virtual, lines])

  const walk = useCallback(
    (event: KeyboardEvent) => {
      const from = event.target instanceof HTMLElement ? event.target.dataset['station'] : undefined
      const to = from === undefined ? null : nextTile(event.key, from, lines)
      if (to === null) return
      event.preventDefault()
      virtual.scrollToIndex(to.line)
      requestAnimationFrame(() =>
        scroller.current
          ?.querySelector<HTMLElement>(`[data-station="${to.id}"]`)
          ?.focus({ preventScroll: true }),
      )
    },
    [lines, virtual],
  )
  return (
    <div className="lp-tiles" ref={scroller} role="group" aria-label={t('title')} onKeyDown={walk}>
      <div className="lp-tiles-body" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const line = lines[item.index]
          if (!line) return null
          return (
            <div
              key={line.key}
              className="lp-tiles-line"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {line.kind === 'zone' ? (
                <ZoneHead group={line.group} />
              ) : (
                <div
                  className="lp-tiles-row"
                  style={{ gridTemplateColumns: `repeat(${perLine}, minmax(0, 1fr))` }}
                >
                  {line.rows.map((row) => (
                    <StationTile
                      key={row.id}
                      row={row}
                      selected={row.id === selectedId}
                      onRow={onRow}
                    />
                  ))}
                </div>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function ZoneHead({ group }: { group: ZoneGroup }) {
  const { t } = useTranslation('stations')
  const format = useFormat()
  return (
    <header className="lp-zone-head">
      <h2>{group.zone === '' ? t('filter.noZone') : <InertText text={group.zone} />}</h2>
      <span className="lp-soft">{t('zoneHead.stations', { count: group.rows.length })}</span>
      {group.faulted > 0 ? (
        <span className="lp-error-words">{t('zoneHead.faulted', { count: group.faulted })}</span>
      ) : null}
      {group.offline > 0 ? (
        <span className="lp-soft">{t('zoneHead.offline', { count: group.offline })}</span>
      ) : null}
      <Figure value={format.power(group.powerW)} />
    </header>
  )
}

function useFitting(scroller: React.RefObject<HTMLDivElement | null>): number {
  const [perLine, setPerLine] = useState(4)
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const watch = new ResizeObserver(() => {
      setPerLine(Math.max(1, Math.floor((element.clientWidth - 32 + GAP) / (TILE_WIDTH + GAP))))
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [scroller])
  return perLine
}
