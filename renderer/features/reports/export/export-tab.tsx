import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconDownload } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConnection } from '../../../live/use-live.ts'
import { navigate } from '../../../navigation/use-route.ts'
import { NeedsNote, useHeldBack } from '../../../session/needs.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { useRemembered } from '../../../ui/remembered.ts'
import { periodMark } from '../period-name.ts'
import { ReportsFrame } from '../reports-frame.tsx'
import { useClock } from '../use-clock.ts'
import { useExactWords } from '../use-period-words.ts'
import { namedTwice } from './column-list.ts'
import { isSameSpec, specOf } from './draft.ts'
import { takeUp, useDraft } from './draft-store.ts'
import { ExportToolbar } from './export-toolbar.tsx'
import { PresetMenu } from './preset-menu.tsx'
import { PreviewPanel } from './preview-panel.tsx'
import { SidePanel } from './side-panel.tsx'
import { canChooseTarget } from './target.ts'
import { useExport } from './use-export.ts'
import { useFilterWords } from './use-filter-words.ts'
import { usePresets } from './use-presets.ts'
import { usePreview } from './use-preview.ts'
import './export.css'
import './preview.css'

/** How long somebody may go on typing before the preview follows. */
const TYPING_MS = 300

/** Reports as tables: chosen, previewed as the file that they become, saved, and kept under a name. */
export function ExportTab({ open }: { open: string | null }) {
  const { t } = useTranslation('reports')
  const clock = useClock()
  const { draft, presetId } = useDraft()
  const presets = usePresets()
  const [side, setSide] = useRemembered('reports.side', true, (stored) =>
    typeof stored === 'boolean' ? stored : undefined,
  )
  const wanted = presets.rows.find(({ id }) => id === open)
  useEffect(() => {
    if (wanted === undefined) return
    takeUp(wanted)
    // Taken up once: what is changed afterwards stays changed.
    navigate({ screen: 'reports', tab: 'export' }, { replace: true })
  }, [wanted])

  const spec = useMemo(() => (namedTwice(draft.columns).size > 0 ? null : specOf(draft)), [draft])
  // What can't be asked for leaves what is shown as it was.
  const [asked, setAsked] = useState(spec)
  if (spec !== null && spec !== asked) setAsked(spec)
  const [calm] = useDebouncedValue(asked, TYPING_MS)
  const preview = usePreview(calm)
  const current = presets.rows.find(({ id }) => id === presetId) ?? null
  const isChanged = current !== null && (spec === null || !isSameSpec(current.spec, spec))
  const exactWords = useExactWords()
  const filterWords = useFilterWords()(draft.filter)
  const saving = useExport()
  const held = useHeldBack('account')
  const isLost = useConnection().state === 'lost'
  const name = current === null ? null : inert(current.name, 60).text
  const summary = [
    name === null ? null : isChanged ? t('export.preset.changed', { name }) : name,
    exactWords(draft.period, clock),
    ...filterWords,
  ].filter((words) => words !== null)

  const save = () => {
    if (spec === null) return
    const kind = name !== null && !isChanged ? name : t(`export.kind.${draft.kind}`)
    const period = periodMark(draft.period, clock)
    void saving.run({ spec, suggestedName: `${t('export.fileName', { kind, period })}.csv` })
  }
  const why = isLost ? t('export.lost') : canChooseTarget() ? held.title : t('export.noShell')
  return (
    <ReportsFrame
      tab="export"
      summary={<span title={summary.join(' · ')}>{summary.join(' · ')}</span>}
      actions={
        <>
          {isChanged ? (
            <Button variant="subtle" color="gray" onClick={() => takeUp(current)}>
              {t('export.preset.undo')}
            </Button>
          ) : null}
          <PresetMenu presets={presets} current={current} isChanged={isChanged} spec={spec} />
          <Button
            leftSection={<IconDownload size={16} aria-hidden="true" />}
            disabled={spec === null || why !== undefined}
            title={why}
            loading={saving.busy}
            onClick={save}
          >
            {t('export.save')}
          </Button>
        </>
      }
      toolbar={<ExportToolbar draft={draft} clock={clock} side={side} onSide={setSide} />}
    >
      <ErrorNote error={saving.error} />
      {spec === null ? (
        <p className="lp-reports-mend" role="alert">
          {t('export.mend')}
        </p>
      ) : null}
      <NeedsNote right="account" />
      <p className="lp-soft lp-reports-hint">{t(`export.kindHint.${draft.kind}`)}</p>
      <div className="lp-reports-work">
        <PreviewPanel draft={draft} clock={clock} preview={preview} isLost={isLost} />
        {side ? <SidePanel draft={draft} onFactor={preview.reload} /> : null}
      </div>
    </ReportsFrame>
  )
}
