import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { useQuery } from '../../../live/use-query.ts'
import { useHeldBack } from '../../../session/needs.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'

/** What a kWh of the site's electricity emits: the one thing that the CO₂ report can't measure. */
export function Co2Factor({ onSaved }: { onSaved: () => void }) {
  const { t } = useTranslation('reports')
  const hub = useClient()
  const held = useHeldBack('configure')
  const terms = useQuery('report.terms', (signal) => hub.report.terms(undefined, { signal }))
  const [typed, setTyped] = useState<number | null>(null)
  const known = terms.data?.co2GPerKwh ?? null
  const save = useAct(async (co2GPerKwh: number) => {
    await hub.report.saveTerms({ co2GPerKwh })
    tellAct(t('export.co2.saved', { factor: co2GPerKwh }))
    setTyped(null)
    terms.reload()
    onSaved()
  })
  const isChanged = typed !== null && typed !== known
  return (
    <div className="lp-reports-co2">
      <NumberInput
        size="sm"
        label={t('export.co2.factor')}
        description={t(known === 0 ? 'export.co2.none' : 'export.co2.hint')}
        suffix=" g/kWh"
        min={0}
        max={2_000}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        disabled={held.disabled || known === null}
        title={held.title}
        value={typed ?? known ?? ''}
        onChange={(value) => setTyped(typeof value === 'number' ? value : null)}
      />
      <ErrorNote error={terms.error ?? save.error} />
      {isChanged ? (
        <Button variant="default" loading={save.busy} onClick={() => void save.run(typed)}>
          {t('export.co2.save')}
        </Button>
      ) : null}
    </div>
  )
}
