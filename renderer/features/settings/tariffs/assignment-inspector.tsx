import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { TariffAssignmentInput } from '../../../../shared/contract/tariff.ts'
import type { Site } from '../../../../shared/domain/site/site.ts'
import { type TariffBook, versionAt } from '../../../../shared/domain/tariff/choose.ts'
import { isMeantForFlexible } from '../../../../shared/domain/tariff/flexible.ts'
import { flexibleFindings } from '../../../../shared/domain/tariff/lint-flexible.ts'
import { isForTheSame } from '../../../../shared/domain/tariff/scope.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient, useRows } from '../../../live/use-live.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { Inspector } from '../../../ui/frame/inspector.tsx'
import { AssignmentFields } from './assignment-fields.tsx'
import {
  assignmentFlaws,
  type AssignmentForm,
  assignmentInputOf,
  emptyAssignment,
} from './assignment-form.ts'
import { Findings } from './findings.tsx'
import { useScopeWords } from './use-scope-words.ts'
import { useTariffBook } from './use-tariff-book.ts'

/** The form that says whom a tariff is for. */
export function AssignmentInspector({
  tariffId,
  site,
  onClose,
}: {
  /** Null: the form asks for the tariff too. */
  tariffId: string | null
  site: Site
  onClose: () => void
}) {
  const { t } = useTranslation('tariff')
  const hub = useClient()
  const tariffs = useRows('tariff')
  const book = useTariffBook(site.timeZone)
  const scopeWords = useScopeWords()
  const [openedAt] = useState(Date.now)
  const [form, setForm] = useState(() => ofTariff({ ...emptyAssignment, tariffId }, book, openedAt))
  const [tried, setTried] = useState(false)
  const assigning = useAct((input: TariffAssignmentInput) => hub.tariff.assign(input))
  const input = useMemo(() => assignmentInputOf(form), [form])
  const replaced = input && book.assignments.find((known) => isForTheSame(known, input))
  const findings = useMemo(() => {
    const held = input && versionAt(book.versions, input.tariffId, openedAt)
    return held ? flexibleFindings(held, input, book, openedAt) : []
  }, [input, book, openedAt])
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
          onChange={(next) =>
            setForm(next.tariffId === form.tariffId ? next : ofTariff(next, book, openedAt))
          }
        />
        {replaced && replaced.tariffId !== form.tariffId ? (
          <p role="status">{t('scope.replaces', { name: nameOf(replaced.tariffId) })}</p>
        ) : null}
        <Findings findings={findings} />
        <ErrorNote error={assigning.error} />
      </form>
    </Inspector>
  )
}

/** The form with another tariff: one that came as one for flexible drivers is proposed for them. */
function ofTariff(form: AssignmentForm, { versions }: TariffBook, at: Instant): AssignmentForm {
  const held = form.tariffId === null ? null : versionAt(versions, form.tariffId, at)
  return held && isMeantForFlexible(held.ocpi) ? { ...form, isFlexible: true } : form
}
