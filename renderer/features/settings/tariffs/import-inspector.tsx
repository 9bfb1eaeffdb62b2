import { Button, FileButton, TextInput } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ImportedTariff, importOcpi } from '../../../../shared/domain/tariff/ocpi-json.ts'
import type { TariffProblem } from '../../../../shared/domain/tariff/read-tariff.ts'
import { tariffName } from '../../../../shared/domain/tariff/tariff.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { decodeFile } from '../../../ui/input/decode-file.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { Inspector } from '../../../ui/frame/inspector.tsx'
import { PriceLines } from './price-preview.tsx'

type Chosen =
  | { kind: 'unreadable' | 'noJson' }
  | { kind: 'problems'; problems: readonly TariffProblem[] }
  | { kind: 'tariff'; written: unknown; imported: ImportedTariff }

/** Takes in an OCPI tariff from a file: chosen, looked at, and then taken in or left. */
export function ImportInspector({
  onClose,
  onTaken,
}: {
  onClose: () => void
  onTaken: (tariffId: string) => void
}) {
  const { t } = useTranslation('tariff')
  const hub = useClient()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [name, setName] = useState('')
  const forget = useRef<() => void>(null)
  const taking = useAct((ocpi: unknown) => hub.tariff.importOcpi({ ocpi, name }))
  const choose = async (file: File) => {
    // Or the same file, put right meanwhile, could not be chosen again.
    forget.current?.()
    taking.clear()
    setName(file.name.replace(/\.json$/i, '').slice(0, 80))
    const bytes = await file.arrayBuffer().catch(() => null)
    setChosen(bytes === null ? { kind: 'unreadable' } : read(decodeFile(new Uint8Array(bytes))))
  }
  const take = async (written: unknown) => {
    const taken = await taking.run(written)
    if (!taken) return
    tellAct(t('page.said.added', { name: inert(taken.tariff.name, 60).text }))
    onTaken(taken.tariff.id)
  }
  return (
    <Inspector
      title={t('import.title')}
      onClose={onClose}
      footer={
        chosen?.kind === 'tariff' ? (
          <Button
            loading={taking.busy}
            disabled={!tariffName.safeParse(name).success}
            onClick={() => void take(chosen.written)}
          >
            {t('import.take', { name: inert(name, 40).text })}
          </Button>
        ) : null
      }
    >
      <div className="lp-tariff-import">
        <p>{t('import.hint')}</p>
        <FileButton
          resetRef={forget}
          accept=".json,application/json"
          onChange={(file) => file && void choose(file)}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              leftSection={<IconFileImport size={16} aria-hidden="true" />}
            >
              {t(chosen === null ? 'import.choose' : 'import.another')}
            </Button>
          )}
        </FileButton>
        {chosen?.kind === 'tariff' ? (
          <>
            <TextInput
              label={t('import.name')}
              value={name}
              maxLength={80}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <PriceLines words={chosen.imported} />
          </>
        ) : null}
        {chosen?.kind === 'problems' ? <Problems problems={chosen.problems} /> : null}
        {chosen?.kind === 'unreadable' || chosen?.kind === 'noJson' ? (
          <p role="alert">{t(`import.${chosen.kind}`)}</p>
        ) : null}
        <ErrorNote error={taking.error} />
      </div>
    </Inspector>
  )
}

/** What keeps a file from being taken in: places into it, and what its format asks for, in the format's own terms. */
function Problems({ problems }: { problems: readonly TariffProblem[] }) {
  const { t } = useTranslation('tariff')
  return (
    <div role="alert">
      <p>{t('import.problems')}</p>
      <ul className="lp-tariff-problems">
        {problems.slice(0, 20).map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            {path === '' ? null : <code>{inert(path, 120).text}</code>}
            <span lang="en">{inert(message, 300).text}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function read(text: string): Chosen {
  let written: unknown
  try {
    written = JSON.parse(text)
  } catch {
    return { kind: 'noJson' }
  }
  const imported = importOcpi(written)
  return 'problems' in imported
    ? { kind: 'problems', problems: imported.problems }
    : { kind: 'tariff', written, imported: imported.imported }
}
