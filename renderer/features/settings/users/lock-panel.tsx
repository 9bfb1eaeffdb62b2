import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Site } from '../../../../shared/domain/site/site.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'

const offered = [0, 1, 2, 5, 10, 15, 30, 60, 120] as const

/** After how long a window locks by itself; holds at once. */
export function LockPanel({ site }: { site: Site }) {
  const { t } = useTranslation('users')
  const hub = useClient()
  const act = useAct((lockAfterMin: number) => hub.site.update({ lockAfterMin }))
  const { lockAfterMin } = site
  const minutes = [...new Set([...offered, lockAfterMin])].toSorted((a, b) => a - b)
  const save = async (chosen: string | null) => {
    if (chosen !== null && (await act.run(Number(chosen)))) tellAct(t('said.lock'))
  }
  return (
    <section className="lp-panel lp-users-panel" aria-labelledby="users-lock">
      <h2 id="users-lock">{t('lock.title')}</h2>
      <Select
        w={300}
        label={t('lock.after')}
        description={t('lock.hint')}
        allowDeselect={false}
        disabled={act.busy}
        value={String(lockAfterMin)}
        data={minutes.map((count) => ({
          value: String(count),
          label: count === 0 ? t('lock.never') : t('lock.minutes', { count }),
        }))}
        onChange={(chosen) => void save(chosen)}
      />
      <ErrorNote error={act.error} />
    </section>
  )
}
