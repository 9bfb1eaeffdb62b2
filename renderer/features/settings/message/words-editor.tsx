import { Button, Textarea, TextInput, UnstyledButton } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST, type WordsFlaw, wordsFlaws } from '../../../../shared/domain/message/flaws.ts'
import { originalTexts } from '../../../../shared/domain/message/original-texts.ts'
import {
  type MessageTemplate,
  type MessageText,
  type MessageWords,
  placeholdersOf,
} from '../../../../shared/domain/message/template.ts'
import type { Language } from '../../../i18n/locale.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { useHeldBack } from '../../../session/needs.tsx'
import { ConfirmAct } from '../../../ui/frame/confirm-act.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { WordsPreview } from './words-preview.tsx'

/** The words of one message in one language, as they are typed, and what they make. */
export function WordsEditor({
  template,
  language,
  written,
  onChanged,
}: {
  template: MessageTemplate
  language: Language
  /** The operator's own words; null where the original ones stand. */
  written: MessageText | null
  onChanged: () => void
}) {
  const { t } = useTranslation('message')
  const hub = useClient()
  const heldBack = useHeldBack('configure')
  const { subject, text } = written ?? originalTexts[language][template]
  const [typed, setTyped] = useState<MessageWords>({ subject, text })
  const [asks, setAsks] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const flaws = wordsFlaws(template, typed)
  const isDirty = typed.subject !== subject || typed.text !== text
  const save = useAct(() => hub.message.setText({ template, language, ...typed }))
  const restore = useAct(() => hub.message.restoreText({ template, language }))

  const onSave = async () => {
    const saved = await save.run(undefined)
    if (saved === undefined) return
    setTyped({ subject: saved.subject, text: saved.text })
    tellAct(t('texts.saidSaved'))
    onChanged()
  }
  const onRestore = async () => {
    if ((await restore.run(undefined)) === undefined) return
    setAsks(false)
    setTyped(originalTexts[language][template])
    tellAct(t('texts.saidRestored'))
    onChanged()
  }
  const insert = (name: string) => {
    const { selectionStart: from = typed.text.length, selectionEnd: until = from } =
      area.current ?? {}
    const whole = `${typed.text.slice(0, from)}{${name}}${typed.text.slice(until)}`
    setTyped({ ...typed, text: whole })
    area.current?.focus()
  }
  const flawOf = (field: WordsFlaw['field']) => {
    const all = flaws.filter((flaw) => flaw.field === field)
    return all.length === 0
      ? null
      : all
          .map(({ code, name }) => t(`texts.flaw.${code}`, { name, most: LONGEST[field] }))
          .join(' ')
  }
  return (
    <form
      className="lp-msg-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (isDirty && flaws.length === 0) void onSave()
      }}
    >
      <p className="lp-soft lp-msg-lead">{t('texts.lead')}</p>
      <TextInput
        label={t('texts.subject')}
        description={t('texts.subjectHint')}
        value={typed.subject}
        readOnly={heldBack.disabled}
        error={flawOf('subject')}
        onChange={(event) => setTyped({ ...typed, subject: event.currentTarget.value })}
      />
      <Textarea
        ref={area}
        label={t('texts.text')}
        autosize
        minRows={3}
        maxRows={10}
        value={typed.text}
        readOnly={heldBack.disabled}
        error={flawOf('text')}
        onChange={(event) => setTyped({ ...typed, text: event.currentTarget.value })}
      />
      {heldBack.disabled ? null : (
        <div className="lp-msg-values" role="group" aria-label={t('texts.values')}>
          <span className="lp-soft">{t('texts.values')}</span>
          {placeholdersOf(template).map((name) => (
            <UnstyledButton
              key={name}
              title={t(`texts.value.${name}`)}
              aria-label={t('texts.insert', { name: t(`texts.value.${name}`) })}
              onClick={() => insert(name)}
            >
              {`{${name}}`}
            </UnstyledButton>
          ))}
        </div>
      )}
      <WordsPreview words={typed} language={language} isWrong={flaws.length > 0} />
      <ErrorNote error={save.error} />
      <div className="lp-form-foot">
        <Button
          type="submit"
          disabled={heldBack.disabled || !isDirty || flaws.length > 0}
          loading={save.busy}
          title={heldBack.title}
        >
          {t('texts.save')}
        </Button>
        {written === null ? null : (
          <Button variant="default" {...heldBack} onClick={() => setAsks(true)}>
            {t('texts.restore')}
          </Button>
        )}
        <span className="lp-soft" role="status">
          {isDirty ? t('texts.unsaved') : ''}
        </span>
      </div>
      <ConfirmAct
        opened={asks}
        title={t('texts.restoreTitle')}
        act={t('texts.restore')}
        destructive
        busy={restore.busy}
        error={restore.error}
        onConfirm={() => void onRestore()}
        onCancel={() => setAsks(false)}
      >
        {t('texts.restoreBody')}
      </ConfirmAct>
    </form>
  )
}
