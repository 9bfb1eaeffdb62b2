import { Alert, Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { fateKind } from '../../../shared/domain/import/fate.ts'
import type { FateKind } from '../../../shared/domain/import/fate.ts'
import { importKind } from '../../../shared/domain/import/kind.ts'
import type { ImportKind } from '../../../shared/domain/import/kind.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { tellAct } from '../../live/last-act.ts'
import { navigate } from '../../navigation/use-route.ts'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { inert } from '../../ui/mark/inert.ts'
import { Screen } from '../../ui/frame/screen.tsx'
import { RowSkeletons } from '../../ui/frame/skeletons.tsx'
import { ChooseFile, FileChoice } from './choose-file.tsx'
import { ColumnChoices } from './column-choices.tsx'
import { FatesTable } from './fates-table.tsx'
import { ImportOutcome, ImportProgress, SaveRefused } from './outcome.tsx'
import { RowInspector } from './row-inspector.tsx'
import { useFaultWords } from './use-fault-words.ts'
import { useImport } from './use-import.ts'
import './import.css'

/** Brings in vehicles, id tokens or bookings from a CSV file, once it has been seen what becomes of each row. */
export function ImportScreen({ kind }: { kind: ImportKind }) {
  const { t } = useTranslation('import')
  const format = useFormat()
  const counted = (count: number) => ({ count, number: format.number(count) })
  const faultWords = useFaultWords(kind)
  const { state, choose, look, apply, stop, clear } = useImport(kind)
  const [shown, show] = useState<FateKind | 'all'>('all')
  const [openLine, open] = useState<number | null>(null)
  const [over, setOver] = useState(false)

  const begin = (file: File) => {
    open(null)
    show('all')
    void choose(file)
  }
  const bringIn = async () => {
    const counts = await apply()
    if (counts) tellAct(t('apply.said', counted(counts.create + counts.change)))
  }
  const busy = state.step === 'reading' || state.step === 'applying'
  const drop = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      setOver(!busy)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      const [file] = event.dataTransfer.files
      if (file && !busy) begin(file)
    },
  }
  const told = 'rows' in state ? state : null
  const read = 'read' in state ? state.read : null
  const rows = told?.rows.filter(({ fate }) => shown === 'all' || fate === shown) ?? []
  const opened = told?.rows.find(({ line }) => line === openLine)
  const good = told ? told.counts.create + told.counts.change : 0

  return (
    <Screen
      title={t('title')}
      summary={'file' in state ? inert(state.file.name, 80).text : null}
      actions={
        <>
          {state.step === 'none' || busy ? null : (
            <FileChoice label={t(state.step === 'applied' ? 'again' : 'another')} onFile={begin} />
          )}
          {told && state.step !== 'applying' ? (
            <SaveRefused
              kind={kind}
              file={told.file}
              delimiter={told.read.delimiter}
              rows={told.rows}
            />
          ) : null}
          {state.step === 'previewed' ? (
            <Button disabled={good === 0} onClick={() => void bringIn()}>
              {good === 0 ? t('apply.none') : t('apply.act', counted(good))}
            </Button>
          ) : null}
        </>
      }
      toolbar={
        <SegmentedControl
          aria-label={t('kind.label')}
          value={kind}
          disabled={busy}
          data={importKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(value) => {
            const next = importKind.options.find((one) => one === value)
            clear()
            if (next) navigate({ screen: 'import', kind: next })
          }}
        />
      }
      inspector={
        opened ? <RowInspector kind={kind} row={opened} onClose={() => open(null)} /> : null
      }
    >
      <div className="lp-import" data-over={over || undefined} {...drop}>
        {over ? (
          <div className="lp-import-drop" aria-hidden="true">
            {t('drop')}
          </div>
        ) : null}
        {state.step === 'none' ? <ChooseFile kind={kind} onFile={begin} /> : null}
        {state.step === 'faulty' && state.fault ? (
          <Alert variant="outline" color="ink" role="alert" m="md">
            {faultWords(state.fault, state.file.name)}
          </Alert>
        ) : null}
        {state.step === 'faulty' ? (
          <ErrorNote error={state.error} onRetry={() => void look(state.file, null, null)} />
        ) : null}
        {read && state.step !== 'applied' && 'file' in state ? (
          <ColumnChoices
            kind={kind}
            read={read}
            open={state.step === 'faulty'}
            disabled={busy}
            onChoose={(mapping) => void look(state.file, mapping, read)}
          />
        ) : null}
        {state.step === 'reading' ? <RowSkeletons /> : null}
        {told ? (
          <>
            <ErrorNote error={told.error} />
            {told.step === 'applying' ? (
              <ImportProgress
                {...told.progress}
                total={told.rows.length}
                onStop={() => void stop()}
              />
            ) : null}
            {told.step === 'applied' ? (
              <ImportOutcome counts={told.counts} left={told.left} />
            ) : null}
            <div className="lp-import-filter">
              <SegmentedControl
                aria-label={t('filter.label')}
                value={shown}
                data={[
                  {
                    value: 'all',
                    label: t('filter.all', counted(told.rows.length)),
                  },
                  ...fateKind.options.map((value) => ({
                    value,
                    label: t(`fateCount.${value}`, counted(told.counts[value])),
                  })),
                ]}
                onChange={(value) => show(fateKind.options.find((one) => one === value) ?? 'all')}
              />
            </div>
            <FatesTable
              kind={kind}
              rows={rows}
              openLine={openLine}
              onOpen={(row) => open(row.line)}
            />
          </>
        ) : null}
      </div>
    </Screen>
  )
}
