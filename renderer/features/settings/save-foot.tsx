import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useNow } from '../../live/use-now.ts'
import type { RowForm } from '../../live/use-row-form.ts'

/** The end of a settings form: its button, what is yet unsaved, and the way to what another desk has saved. */
export function SaveFoot({
  label,
  held,
  busy,
  savedAt,
}: {
  label: string
  held: Pick<RowForm<unknown, unknown>, 'dirty' | 'ready' | 'overtaken' | 'takeTheirs'>
  busy: boolean
  /** When it was last saved from here; null where it was not. */
  savedAt: number | null
}) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const now = useNow(1_000)
  const saved = savedAt === null ? '' : t('site.savedAt', { when: format.ago(savedAt, now) })
  const unsaved = held.overtaken ? t('site.changedElsewhere') : t('site.unsaved')
  return (
    <div className="lp-form-foot">
      <Button type="submit" disabled={!held.ready} loading={busy}>
        {label}
      </Button>
      <span className="lp-soft" role="status">
        {held.dirty ? unsaved : saved}
      </span>
      {held.overtaken ? (
        <Button variant="default" size="compact-sm" onClick={held.takeTheirs}>
          {t('site.takeTheirs')}
        </Button>
      ) : null}
    </div>
  )
}
