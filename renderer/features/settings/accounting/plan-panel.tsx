import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountPlanRow } from '../../../../shared/contract/accounting.ts'
import type { BookAccount } from '../../../../shared/domain/accounting/account-plan.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { planForm, type PlanEdits, planPatch } from './plan-form.ts'
import { PlanRow } from './plan-row.tsx'

const none: PlanEdits = new Map()

/** Which account of the books each of the ledger's is. */
export function PlanPanel({
  rows,
  onSaved,
}: {
  rows: readonly AccountPlanRow[]
  onSaved: () => void
}) {
  const { t } = useTranslation('accounting')
  const hub = useClient()
  const [edits, setEdits] = useState(none)
  const form = useMemo(() => planForm(rows, edits), [rows, edits])
  const patch = planPatch(form)
  const count = form.filter(({ isTyped }) => isTyped).length
  const saving = useAct((changed: BookAccount[]) => hub.accounting.changePlan({ rows: changed }))
  const save = async () => {
    if (patch === null || patch.length === 0) return
    if ((await saving.run(patch)) === undefined) return
    setEdits(none)
    tellAct(t('plan.said'))
    onSaved()
  }
  return (
    <section className="lp-panel lp-block" aria-labelledby="account-plan">
      <h2 id="account-plan">{t('plan.title')}</h2>
      <p className="lp-soft lp-lead">{t('plan.text')}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <table className="lp-plan">
          <thead>
            <tr>
              <th scope="col">{t('plan.ours')}</th>
              <th scope="col">{t('plan.number')}</th>
              <th scope="col">{t('plan.name')}</th>
            </tr>
          </thead>
          <tbody>
            {form.map((row) => (
              <PlanRow
                key={row.id}
                row={row}
                onType={(words) => setEdits(new Map([...edits, [row.id, words]]))}
              />
            ))}
          </tbody>
        </table>
        <ErrorNote error={saving.error} />
        <div className="lp-form-foot">
          <Button
            type="submit"
            disabled={patch === null || patch.length === 0}
            loading={saving.busy}
          >
            {t('plan.save')}
          </Button>
          {count === 0 ? null : (
            <>
              <span className="lp-soft" role="status">
                {t('plan.unsaved', { count })}
              </span>
              <Button variant="subtle" color="gray" onClick={() => setEdits(none)}>
                {t('plan.undo')}
              </Button>
            </>
          )}
        </div>
      </form>
    </section>
  )
}
