import { ActionIcon, Button, SegmentedControl, TextInput } from '@mantine/core'
import { IconMinus, IconPlus, IconPrinter } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { DAY } from '../../../shared/time/instant.ts'
import { useLocale } from '../../i18n/locale.ts'
import { SearchField } from '../../ui/table/search-field.tsx'
import { FilterMenu } from './rows/filter-menu.tsx'
import { KEY_ZOOM } from './keys.ts'
import type { Place } from './rows/places.ts'
import { snapSteps } from './axis/scale.ts'
import {
  chooseSnap,
  find,
  showFrom,
  showNow,
  showSpan,
  useTimelineView,
  zoom,
} from './view-store.ts'
import { UndoButtons } from './undo-buttons.tsx'
import { TimelineViews } from './timeline-views.tsx'
import './toolbar.css'

const spans = [
  { name: 'day', days: 1 },
  { name: 'days3', days: 3 },
  { name: 'week', days: 7 },
] as const

/** Finding, moving in time, and what is shown. `onHit` walks the hits of the search. */
export const TimelineToolbar = memo(function TimelineToolbar({
  places,
  hits,
  onHit,
  onPrint,
}: {
  places: readonly Place[]
  hits: number | null
  onHit: (step: 1 | -1) => void
  onPrint: () => void
}) {
  const { t } = useTranslation('timeline')
  const typed = useTimelineView((view) => view.find)
  const snap = useTimelineView((view) => view.snap)
  return (
    <div className="lp-tl-tools">
      <div
        className="lp-tl-find"
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          onHit(event.shiftKey ? -1 : 1)
        }}
      >
        <SearchField label={t('find.label')} value={typed} onChange={find} width={190} />
        <span className="lp-soft" role="status">
          {hits === null ? '' : t('find.hits', { count: hits })}
        </span>
      </div>
      <div className="lp-tl-toolgroup">
        <Button variant="default" onClick={() => showNow(Date.now())}>
          {t('tools.now')}
        </Button>
        <SpanChoice />
        <DateField />
        <ActionIcon.Group>
          <ActionIcon
            variant="default"
            size={32}
            aria-label={t('tools.zoomOut')}
            title={t('tools.zoomOut')}
            onClick={() => zoom(1 / KEY_ZOOM)}
          >
            <IconMinus size={16} aria-hidden="true" />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size={32}
            aria-label={t('tools.zoomIn')}
            title={t('tools.zoomIn')}
            onClick={() => zoom(KEY_ZOOM)}
          >
            <IconPlus size={16} aria-hidden="true" />
          </ActionIcon>
        </ActionIcon.Group>
      </div>
      <div className="lp-tl-toolgroup" data-end>
        <UndoButtons />
        <label className="lp-tl-snap">
          <span className="lp-soft">{t('tools.snap')}</span>
          <select
            value={snap}
            onChange={(event) => {
              const step = snapSteps.find((known) => String(known) === event.currentTarget.value)
              if (step !== undefined) chooseSnap(step)
            }}
          >
            {snapSteps.map((step) => (
              <option key={step} value={step}>
                {t('tools.minutes', { count: step })}
              </option>
            ))}
          </select>
        </label>
        <FilterMenu places={places} />
        <TimelineViews />
        <ActionIcon
          variant="default"
          size={32}
          aria-label={t('tools.print')}
          title={t('tools.print')}
          onClick={onPrint}
        >
          <IconPrinter size={16} aria-hidden="true" />
        </ActionIcon>
      </div>
    </div>
  )
})

function SpanChoice() {
  const { t } = useTranslation('timeline')
  const shown = useTimelineView(({ scale, widthPx }) => {
    const days = (scale.msPerPx * widthPx) / DAY
    return spans.find((span) => Math.abs(span.days - days) < 0.01)?.name ?? ''
  })
  return (
    <SegmentedControl
      aria-label={t('tools.span')}
      value={shown}
      data={spans.map(({ name }) => ({ value: name, label: t(`tools.${name}`) }))}
      onChange={(name) => {
        const span = spans.find((known) => known.name === name)
        if (span !== undefined) showSpan(span.days * DAY, Date.now())
      }}
    />
  )
}

/** The day at the left edge, to read and to jump by. */
function DateField() {
  const { t } = useTranslation('timeline')
  const timeZone = useLocale((locale) => locale.timeZone)
  const day = useTimelineView(({ scale }) =>
    Temporal.Instant.fromEpochMilliseconds(Math.round(scale.originAt))
      .toZonedDateTimeISO(timeZone)
      .toPlainDate()
      .toString(),
  )
  return (
    <TextInput
      type="date"
      w={138}
      aria-label={t('tools.date')}
      value={day}
      onChange={(event) => {
        const typed = event.currentTarget.value
        if (!/^[12]\d{3}-\d\d-\d\d$/.test(typed)) return
        showFrom(Temporal.PlainDate.from(typed).toZonedDateTime(timeZone).epochMilliseconds)
      }}
    />
  )
}
