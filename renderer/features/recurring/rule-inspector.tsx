import { Button, Stack } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { localDateOf } from '../../../shared/domain/booking/occurrences.ts'
import type { Recurring } from '../../../shared/domain/booking/recurring.ts'
import { useLocale } from '../../i18n/locale.ts'
import { tellAct } from '../../live/last-act.ts'
import { useAct } from '../../live/use-act.ts'
import { useClient, useRows } from '../../live/use-live.ts'
import { useNow } from '../../live/use-now.ts'
import { Needs, useHeldBack } from '../../session/needs.tsx'
import { ConfirmAct } from '../../ui/frame/confirm-act.tsx'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { Inspector } from '../../ui/frame/inspector.tsx'
import { aheadOf } from './ahead.ts'
import { newRuleForm, ruleFlaws, ruleFormOf, ruleWordsOf } from './rule-form.ts'
import { RuleTimeFields } from './rule-time-fields.tsx'
import { RuleWhatFields } from './rule-what-fields.tsx'
import { useRuleWords } from './use-rule-words.ts'

/** One rule to change or end, or a new one when `rule` is null. */
export function RuleInspector({ rule, onClose }: { rule: Recurring | null; onClose: () => void }) {
  const { t } = useTranslation('recurring')
  const hub = useClient()
  const words = useRuleWords()
  const timeZone = useLocale((locale) => locale.timeZone)
  const [today] = useState(() => localDateOf(Date.now(), timeZone))
  const ahead = aheadOf(useRows('booking'), useNow(60_000)).get(rule?.id ?? '')?.all ?? 0
  const [form, setForm] = useState(() => (rule ? ruleFormOf(rule) : newRuleForm(today)))
  const [from, setFrom] = useState(today)
  const [tried, setTried] = useState(false)
  const [ending, setEnding] = useState(false)
  const flaws = ruleFlaws(form)
  const saving = useAct(() => {
    const wanted = ruleWordsOf(form, rule)
    if (!rule) return hub.recurring.create(wanted)
    return hub.recurring.change({ ...wanted, id: rule.id, ...(from ? { from } : {}) })
  })
  const end = useAct(() => hub.recurring.end({ id: rule?.id ?? '' }))

  const save = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (flaws.length > 0) return
    const saved = await saving.run(undefined)
    if (!saved) return
    const made = t('said.made', { count: saved.made })
    const waiting = saved.unplaced.length
    if (saved.made === 0) tellAct(t('said.same'))
    else tellAct(waiting === 0 ? made : t('said.madeWaiting', { made, count: waiting }))
    onClose()
  }
  const takeBack = async () => {
    if (!rule || !(await end.run(undefined))) return
    tellAct(t('said.ended', { rule: words.whole(rule) }))
    onClose()
  }
  const fields = { form, onChange: setForm, flaws: tried ? flaws : [] }
  const heldBack = useHeldBack('plan')
  return (
    <Inspector
      title={rule ? `${words.days(rule)} ${words.times(rule)}` : t('new')}
      subtitle={rule ? `${words.vehicle(rule)} · ${words.place(rule)}` : undefined}
      onClose={onClose}
      footer={
        <>
          {rule ? (
            <Button variant="default" {...heldBack} onClick={() => setEnding(true)}>
              {t('end')}
            </Button>
          ) : null}
          <Button type="submit" form="rule" loading={saving.busy} {...heldBack}>
            {rule ? t('save') : t('create')}
          </Button>
        </>
      }
    >
      <form id="rule" onSubmit={(event) => void save(event)} noValidate>
        <Needs right="plan">
          <Stack gap="md">
            <RuleTimeFields {...fields} from={rule ? from : null} onFrom={setFrom} today={today} />
            <RuleWhatFields {...fields} />
            <ErrorNote error={saving.error} />
          </Stack>
        </Needs>
      </form>
      <ConfirmAct
        opened={ending}
        title={t('endTitle')}
        act={t('endAct')}
        destructive
        busy={end.busy}
        error={end.error}
        onConfirm={() => void takeBack()}
        onCancel={() => setEnding(false)}
      >
        {rule ? <p className="lp-rule-said">{words.whole(rule)}</p> : null}
        {t('endBody', { count: ahead })}
      </ConfirmAct>
    </Inspector>
  )
}
