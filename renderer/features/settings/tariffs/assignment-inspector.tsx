import { Button } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { TariffAssignmentInput } from '../../../../shared/contract/tariff.ts'
import { isForTheSame } from '../../../../shared/domain/tariff/scope.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient, useRows } from '../../../live/use-live.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { Inspector } from '../../../ui/frame/inspector.tsx'
import { AssignmentFields } from './assignment-fields.tsx'
import { assignmentFlaws, assignmentInputOf, emptyAssignment } from './assignment-form.ts'
import { useScopeWords } from './use-scope-words.ts'

/** The form that says whom a tariff is for. */
export function AssignmentInspector({
  tariffId,
  onClose,
}: {
  /** Null: the form asks for the tariff too. */
  tariffId: string | null
  onClose: () => void
}) {
  const { t } = useTranslation('tariff')
  const hub = useClient()
  const tariffs = useRows('tariff')
  const assignments = useRows('tariffAssignment')
  const scopeWords = useScopeWords()
  const [form, setForm] = useState({ ...emptyAssignment, tariffId })
  const [tried, setTried] = useState(false)
  const assigning = useAct((input: TariffAssignmentInput) => hub.tariff.assign(input))
  const input = assignmentInputOf(form)
  const replaced = input && assignments.find((known) => isForTheSame(known, input))
  const nameOf = (id: string) => inert(tariffs.find((row) => row.id === id)?.name ?? '', 60).text
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const assigned = input && (await assigning.run(input))
    if (!assigned) return
    const told = { name: nameOf(assigned.tariffId), scope: scopeWords(assigned) }
    tellAct(t('page.said.assigned', told))
    onClose()
  }
  return (
    <Inspector
      title={t('scope.newTitle')}
      {...(tariffId === null ? {} : { subtitle: nameOf(tariffId) })}
      onClose={onClose}
      footer={
        <Button type="submit" form="assignment" loading={assigning.busy}>
          {t('scope.act')}
        </Button>
      }
    >
      <form id="assignment" onSubmit={(event) => void submit(event)} noValidate>
        <AssignmentFields
          form={form}
          flaws={tried ? assignmentFlaws(form) : []}
          asksTariff={tariffId === null}
          onChange={setForm}
        />
        {replaced && replaced.tariffId !== form.tariffId ? (
          <p role="status">{t('scope.replaces', { name: nameOf(replaced.tariffId) })}</p>
        ) : null}
        <ErrorNote error={assigning.error} />
      </form>
    </Inspector>
  )
}
