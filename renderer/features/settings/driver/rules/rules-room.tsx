import { Switch, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { firstHouseRules } from '../../../../../shared/domain/visit/house-rules.ts'
import type { HouseRules, HouseRulesWords } from '../../../../../shared/domain/visit/house-rules.ts'
import { useClient, useRow } from '../../../../live/use-live.ts'
import { PanelSkeleton } from '../../../../ui/frame/skeletons.tsx'
import { TermsPanel } from '../../terms-panel.tsx'
import { useTermsForm } from '../../use-terms-form.ts'
import { BookedNote, PaidNote } from './rules-notes.tsx'
import { boundsOf, rulesIn, rulesWays } from './rules-form.ts'
import type { RuleNumber, RulesFlaw, RulesForm, RuleSwitch } from './rules-form.ts'
import { RulesInWords } from './rules-in-words.tsx'
import { useRuleWords } from './use-rule-words.ts'

const LONGEST_NOTICE = 500

/** The house rules, and beside them what drivers read of what is typed. */
export function RulesRoom() {
  const rules = useRow('houseRules', 'houseRules')
  return rules === undefined ? <PanelSkeleton height={480} /> : <Rules rules={rules} />
}

function Rules({ rules }: { rules: HouseRules }) {
  const { t } = useTranslation('driverPage')
  const hub = useClient()
  const held = useTermsForm(rules, rulesWays, {
    change: (patch: Partial<HouseRulesWords>) => hub.visit.setRules(patch),
    said: t('rules.said'),
  })
  const { form, setForm, flaws } = held
  const fields = { form, flaws, onChange: setForm }
  const typed = rulesIn(form, rules)
  return (
    <div className="lp-rules">
      <TermsPanel
        id="house-rules"
        title={t('rules.title')}
        lead={t('rules.lead')}
        save={t('rules.save')}
        held={held}
      >
        <Group of="what">
          <OnOff of="takesNow" {...fields} />
          <OnOff of="takesAhead" {...fields} />
          <OnOff of="takesWaiting" {...fields} />
          <BookedNote rules={typed} />
          <Amount of="mostOpen" unit="visits" {...fields} />
        </Group>
        <Group of="length">
          <Amount of="leastStayMin" unit="min" {...fields} />
          <Amount of="mostStayMin" unit="min" {...fields} />
          <Amount of="leadMin" unit="min" {...fields} />
          <Amount of="aheadDays" unit="days" {...fields} />
        </Group>
        <Group of="pay">
          <OnOff of="paysOnline" {...fields} />
          <OnOff of="paysAtDesk" {...fields} />
          <PaidNote rules={typed} />
          <Amount of="depositPct" unit="pct" {...fields} />
        </Group>
        <Group of="hold">
          <Amount of="holdMin" unit="min" {...fields} />
          <Amount of="claimMin" unit="min" {...fields} />
        </Group>
        <Group of="late">
          <Amount of="cancelFreeMin" unit="min" {...fields} />
          <Amount of="lateMin" unit="min" {...fields} />
        </Group>
        <Group of="notice">
          {(['noticeEn', 'noticeSv'] as const).map((notice) => (
            <Textarea
              key={notice}
              label={t(`rules.${notice}`)}
              {...(notice === 'noticeEn' ? { description: t('rules.noticeHint') } : {})}
              lang={notice === 'noticeEn' ? 'en' : 'sv'}
              autosize
              minRows={2}
              maxRows={6}
              value={form[notice]}
              error={flaws.includes(notice) ? t('rules.tooLong', { most: LONGEST_NOTICE }) : null}
              onChange={(event) => setForm({ ...form, [notice]: event.currentTarget.value })}
            />
          ))}
        </Group>
      </TermsPanel>
      <RulesInWords rules={typed} isWhole={flaws.length === 0} />
    </div>
  )
}

interface Fields {
  form: RulesForm
  flaws: readonly RulesFlaw[]
  onChange: (form: RulesForm) => void
}

function Group({
  of,
  children,
}: {
  of: 'what' | 'length' | 'pay' | 'hold' | 'late' | 'notice'
  children: ReactNode
}) {
  const { t } = useTranslation('driverPage')
  return (
    <fieldset className="lp-rules-group">
      <legend>{t(`rules.group.${of}`)}</legend>
      {children}
    </fieldset>
  )
}

function OnOff({ of, form, onChange }: { of: RuleSwitch } & Fields) {
  const { t } = useTranslation('driverPage')
  return (
    <Switch
      label={t(`rules.${of}`)}
      description={t(`rules.${of}Hint`)}
      checked={form[of]}
      onChange={(event) => onChange({ ...form, [of]: event.currentTarget.checked })}
    />
  )
}

/** A number with its unit, what it does, and what a site begins with where it is another. */
function Amount({
  of,
  unit,
  form,
  flaws,
  onChange,
}: { of: RuleNumber; unit: 'min' | 'days' | 'pct' | 'visits' } & Fields) {
  const { t } = useTranslation('driverPage')
  const { span } = useRuleWords()
  const first = firstHouseRules[of]
  const isFirst = form[of].trim() === String(first)
  const value = unit === 'min' ? span(first) : `${first} ${t(`rules.unit.${unit}`)}`
  const wrongWay = of === 'mostStayMin' && flaws.includes('stayOrder')
  const bad = flaws.includes(of) ? t('rules.bad', boundsOf(of)) : null
  return (
    <TextInput
      label={t(`rules.${of}`)}
      description={[t(`rules.${of}Hint`), isFirst ? '' : t('rules.default', { value })]
        .filter(Boolean)
        .join(' ')}
      inputMode="numeric"
      autoComplete="off"
      maxLength={5}
      rightSection={<span className="lp-soft">{t(`rules.unit.${unit}`)}</span>}
      rightSectionWidth={56}
      value={form[of]}
      error={bad ?? (wrongWay ? t('rules.stayOrder') : null)}
      onChange={(event) => onChange({ ...form, [of]: event.currentTarget.value })}
    />
  )
}
