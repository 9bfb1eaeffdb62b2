import { ActionIcon, Checkbox } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react'
import { memo } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnChoice } from './column-list.ts'

/** How tall a row of the chooser is, so that a drag knows over which one it is. */
export const ROW_PX = 32

/** What becomes of a row that is dragged by its grip. */
export interface RowDrag {
  readonly start: () => void
  readonly over: (clientY: number) => void
  readonly drop: () => void
  readonly cancel: () => void
}

interface Props {
  column: ColumnChoice
  /** What the column tells, in words. */
  words: string
  /** Whether another column has its name. */
  isTwice: boolean
  edges: { isFirst: boolean; isLast: boolean }
  /** Where a dragged row would come to stand. */
  mark: 'above' | 'below' | null
  isDragged: boolean
  onChange: (changes: Partial<Pick<ColumnChoice, 'isOn' | 'name'>>) => void
  onMove: (by: 1 | -1) => void
  onDrag: RowDrag
}

/** One column of the chooser: taken or not, its name in the file, its place. */
export const ColumnRow = memo(function ColumnRow(props: Props) {
  const { t } = useTranslation('reports')
  const { column, words, isTwice, edges, onChange, onMove, onDrag } = props
  const keys = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
    if (!event.altKey || by === null) return
    event.preventDefault()
    onMove(by)
  }
  return (
    <li
      data-mark={props.mark ?? undefined}
      data-dragged={props.isDragged || undefined}
      data-off={!column.isOn || undefined}
      style={{ height: ROW_PX }}
      onKeyDown={keys}
    >
      <span
        className="lp-reports-grip"
        aria-hidden="true"
        title={t('export.column.drag', { column: words })}
        onPointerDown={(event) => {
          event.preventDefault()
          event.currentTarget.setPointerCapture(event.pointerId)
          onDrag.start()
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) onDrag.over(event.clientY)
        }}
        onPointerUp={onDrag.drop}
        onPointerCancel={onDrag.cancel}
      >
        <IconGripVertical size={14} />
      </span>
      <Checkbox
        size="xs"
        label={words}
        title={column.key}
        aria-label={t('export.column.on', { column: words })}
        checked={column.isOn}
        onChange={(event) => onChange({ isOn: event.currentTarget.checked })}
      />
      <input
        className="lp-reports-name"
        aria-label={t('export.column.name', { column: words })}
        aria-invalid={isTwice || undefined}
        title={isTwice ? t('export.column.twice') : undefined}
        placeholder={column.key}
        maxLength={120}
        disabled={!column.isOn}
        value={column.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size={24}
        aria-label={t('export.column.up', { column: words })}
        disabled={edges.isFirst}
        onClick={() => onMove(-1)}
      >
        <IconArrowUp size={14} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={24}
        aria-label={t('export.column.down', { column: words })}
        disabled={edges.isLast}
        onClick={() => onMove(1)}
      >
        <IconArrowDown size={14} aria-hidden="true" />
      </ActionIcon>
    </li>
  )
})
