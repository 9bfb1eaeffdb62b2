import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import type { Act } from '../../live/use-act.ts'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { Facts } from '../../ui/frame/facts.tsx'
import { Inspector } from '../../ui/frame/inspector.tsx'

/** One that was put aside: since when, what is known of it, and the way back. */
export function ArchivedInspector({
  title,
  archivedAt,
  mergedInto,
  facts,
  act,
  onRestore,
  onClose,
}: {
  title: string
  archivedAt: number
  /** The one it turned out to be, where that is known. */
  mergedInto: { name: string; href: string } | null
  facts: Parameters<typeof Facts>[0]['rows']
  act: Pick<Act<never, unknown>, 'busy' | 'error'>
  onRestore: () => void
  onClose: () => void
}) {
  const { t } = useTranslation('fleet')
  const format = useFormat()
  return (
    <Inspector
      title={title}
      subtitle={t('archived.since', { day: format.day(archivedAt) })}
      onClose={onClose}
      footer={
        <Button loading={act.busy} onClick={onRestore}>
          {t('archived.restore')}
        </Button>
      }
    >
      <p className="lp-fleet-nothing">
        {mergedInto ? (
          <a href={mergedInto.href}>{t('archived.merged', { name: mergedInto.name })}</a>
        ) : (
          t('archived.hint')
        )}
      </p>
      <Facts rows={facts} />
      <ErrorNote error={act.error} />
    </Inspector>
  )
}
