import { Autocomplete, Button, Textarea, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { stationWords } from '../../../../shared/domain/station/station.ts'
import type { Station } from '../../../../shared/domain/station/station.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient, useRows } from '../../../live/use-live.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { compareWords } from '../station-order.ts'

/** The words a station is given by the desk: name, zone and note. */
export function StationWords({ station }: { station: Station }) {
  const { t } = useTranslation('station')
  const client = useClient()
  const [words, setWords] = useState({ name: station.name, zone: station.zone, note: station.note })
  const [saved, setSaved] = useState(false)
  const { run, busy, error } = useAct((input: typeof words) =>
    client.station.update({ id: station.id, ...input }),
  )
  const stations = useRows('station')
  const zones = useMemo(
    () => [...new Set(stations.map((other) => other.zone).filter(Boolean))].toSorted(compareWords),
    [stations],
  )
  const parsed = stationWords.safeParse(words)
  const write = (change: Partial<typeof words>) => {
    setSaved(false)
    setWords({ ...words, ...change })
  }
  const changed =
    words.name !== station.name || words.zone !== station.zone || words.note !== station.note
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (parsed.success && (await run(parsed.data))) {
      setWords(parsed.data)
      setSaved(true)
    }
  }
  return (
    <section className="lp-panel lp-part" aria-label={t('settings.words')}>
      <header className="lp-part-head">
        <h2>{t('settings.words')}</h2>
      </header>
      <form className="lp-station-form" onSubmit={(event) => void submit(event)}>
        <TextInput
          label={t('settings.name')}
          required
          withAsterisk={false}
          maxLength={60}
          value={words.name}
          onChange={(event) => write({ name: event.currentTarget.value })}
        />
        <Autocomplete
          label={t('settings.zone')}
          description={t('settings.zoneHint')}
          maxLength={60}
          value={words.zone}
          data={zones}
          onChange={(zone) => write({ zone })}
        />
        <Textarea
          label={t('settings.note')}
          rows={3}
          maxLength={2_000}
          value={words.note}
          onChange={(event) => write({ note: event.currentTarget.value })}
        />
        <ErrorNote error={error} />
        <div className="lp-station-form-end">
          <Button type="submit" loading={busy} disabled={!parsed.success || !changed}>
            {t('settings.save')}
          </Button>
          <span role="status" className="lp-soft">
            {saved && !changed ? t('settings.saved') : ''}
          </span>
        </div>
      </form>
    </section>
  )
}
