import { useTranslation } from 'react-i18next'
import type { ReportJob } from '../../../../shared/domain/report/job.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { tellAct } from '../../../live/last-act.ts'
import { tellWork } from '../../../live/tray.ts'
import { useClient } from '../../../live/use-live.ts'
import { inert } from '../../../ui/mark/inert.ts'
import { sizeWords } from './size-words.ts'
import { showTarget, type Target } from './target.ts'

/** Follows a file that has been begun, in the tray: how far it is, a way to stop it, where it lies. */
export function useJobInTray(): (job: ReportJob, target: Target) => void {
  const hub = useClient()
  const { t } = useTranslation('reports')
  const wordsOf = useJobWords()
  return (job, target) => {
    tellAct(t('export.saving', { name: inert(job.fileName, 80).text }))
    const tell = (now: ReportJob, lost = false) =>
      tellWork({
        id: now.id,
        title: now.fileName,
        state: lost ? 'failed' : stateOf(now),
        words: lost ? t('export.job.lost') : wordsOf(now),
        percent: percentOf(now),
        onCancel: () => void hub.report.cancel({ id: now.id }).then(tell, () => undefined),
        onShow: () => showTarget(target),
      })
    tell(job)
    void follow(job, tell)
  }

  async function follow(begun: ReportJob, tell: (job: ReportJob, lost?: boolean) => void) {
    let job = begun
    try {
      for await (const now of await hub.report.follow({ id: begun.id })) {
        job = now
        tell(job)
      }
    } catch {
      if (stateOf(job) === 'running') tell(job, true)
    }
  }
}

function stateOf({ state }: ReportJob): 'running' | 'done' | 'failed' | 'cancelled' {
  return state === 'waiting' ? 'running' : state
}

function percentOf({ rows, ofRows }: ReportJob): number | null {
  return ofRows === null || ofRows === 0 ? null : Math.min(100, (100 * rows) / ofRows)
}

/** Gives how far a report is, or how it ended, and what to do then. */
function useJobWords(): (job: ReportJob) => string {
  const { t } = useTranslation('reports')
  const format = useFormat()
  return ({ state, rows, ofRows, bytes, failure, detail }) => {
    const written = format.number(rows)
    switch (state) {
      case 'waiting':
      case 'cancelled':
        return t(`export.job.${state}`)
      case 'running':
        return ofRows === null
          ? t('export.job.running', { rows: written })
          : t('export.job.of', { rows: written, all: format.number(ofRows) })
      case 'done':
        return t('export.job.done', {
          ...{ count: rows, rows: written, size: sizeWords(bytes, format.number) },
        })
      case 'failed':
        return t(`export.job.${failure ?? 'other'}`, { detail: inert(detail, 120).text })
    }
  }
}
