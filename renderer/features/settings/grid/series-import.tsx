import { Button, FileButton } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SeriesKind } from '../../../../shared/contract/series.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { decodeFile } from '../../../ui/input/decode-file.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { SeriesPreview, type SeriesPreviewed } from './series-preview.tsx'

/** The types that systems know CSV files by. */
const ACCEPTED = '.csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain'

type Chosen = { name: string; text: string; preview: SeriesPreviewed }

/** Brings in a file of a series: chosen, looked at, and then taken in or left. */
export function SeriesImport({
  kind,
  currency,
  onTaken,
}: {
  kind: SeriesKind
  currency: string
  onTaken: () => void
}) {
  const { t } = useTranslation('grid')
  const hub = useClient()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [unreadable, setUnreadable] = useState(false)
  const forget = useRef<() => void>(null)
  const looking = useAct(async (file: { name: string; text: string }): Promise<Chosen> => {
    const preview = await hub.series.preview({ kind, text: file.text })
    return { ...file, preview }
  })
  const taking = useAct((text: string) => hub.series.import({ kind, text }))

  const choose = async (file: File) => {
    // Or the same file, put right meanwhile, could not be chosen again.
    forget.current?.()
    setUnreadable(false)
    setChosen(null)
    taking.clear()
    const name = inert(file.name, 60).text
    const bytes = await file.arrayBuffer().catch(() => null)
    if (bytes === null) return setUnreadable(true)
    const looked = await looking.run({ name, text: decodeFile(new Uint8Array(bytes)) })
    if (looked) setChosen(looked)
  }
  const take = async ({ name, text }: Chosen) => {
    const taken = await taking.run(text)
    if (!taken) return
    tellAct(t('series.taken', { count: taken.count, name }))
    setChosen(null)
    onTaken()
  }
  return (
    <div className="lp-series-import">
      <p>{t(`series.format.${kind}`, { currency })}</p>
      {chosen ? (
        <SeriesPreview kind={kind} currency={currency} name={chosen.name} read={chosen.preview} />
      ) : null}
      {unreadable ? <p role="alert">{t('series.unreadable')}</p> : null}
      <ErrorNote error={looking.error ?? taking.error} />
      <div className="lp-grid-acts">
        {chosen && chosen.preview.count > 0 ? (
          <Button loading={taking.busy} onClick={() => void take(chosen)}>
            {t('series.take', { count: chosen.preview.count })}
          </Button>
        ) : null}
        <FileButton
          resetRef={forget}
          accept={ACCEPTED}
          inputProps={{ 'aria-label': t('series.choose') }}
          onChange={(file) => file && void choose(file)}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              loading={looking.busy}
              leftSection={<IconFileImport size={16} aria-hidden="true" />}
            >
              {chosen ? t('series.another') : t('series.choose')}
            </Button>
          )}
        </FileButton>
        {chosen ? (
          <Button variant="subtle" color="gray" onClick={() => setChosen(null)}>
            {t('series.cancel')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
