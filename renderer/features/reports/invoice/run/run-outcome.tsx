import { Button, Progress } from '@mantine/core'
import { IconFolderDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../../../../ui/frame/error-note.tsx'
import { inert } from '../../../../ui/mark/inert.ts'
import { canChooseTarget } from '../../export/target.ts'
import { InvoicePaper } from '../paper/invoice-paper.tsx'
import { usePractice } from '../use-practice.ts'
import type { RunProgress } from './use-run.ts'
import { useSaveAll } from './use-save-all.ts'

/** How far the run is, what it made, and all of it as files. */
export function RunOutcome({
  progress: { state, done, of, made, error },
  onStop,
}: {
  progress: RunProgress
  onStop: () => void
}) {
  const { t } = useTranslation('invoice')
  const practice = usePractice()
  const saving = useSaveAll()
  const first = inert(made[0]?.name ?? '', 30).text
  const last = inert(made.at(-1)?.name ?? '', 30).text
  if (state === 'idle') return null
  return (
    <div className="lp-invoices-done" role="status">
      {state === 'going' ? (
        <>
          <Progress
            className="lp-invoices-bar"
            value={of === 0 ? 100 : (100 * done) / of}
            aria-label={t('run.title')}
          />
          <span>{t('run.going', { done, of })}</span>
          <Button variant="default" size="compact-md" onClick={onStop}>
            {t('run.stop')}
          </Button>
        </>
      ) : (
        <p>
          {state === 'done' && made.length > 0
            ? t('run.done', { count: made.length, first, last })
            : t('run.stopped', { count: made.length })}
        </p>
      )}
      <ErrorNote error={error} />
      {state === 'going' || made.length === 0 ? null : (
        <Button
          variant="default"
          leftSection={<IconFolderDown size={16} aria-hidden="true" />}
          loading={saving.busy}
          disabled={!canChooseTarget()}
          title={canChooseTarget() ? undefined : t('run.noShell')}
          onClick={() => void saving.begin(made)}
        >
          {t('run.saveAll')}
        </Button>
      )}
      <ErrorNote error={saving.error} />
      {saving.drawing === null ? null : (
        <InvoicePaper
          key={saving.drawing.invoice.id}
          invoice={saving.drawing.invoice}
          lines={saving.drawing.lines}
          practice={practice}
          onDrawn={saving.onDrawn}
        />
      )}
    </div>
  )
}
