import { Radio, Stack, TextInput } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessageTermsNow } from '../../../../shared/contract/message.ts'
import { messageTermsWords } from '../../../../shared/domain/message/terms.ts'
import { useClient } from '../../../live/use-live.ts'
import { CopyField } from '../../../ui/share/copy-field.tsx'
import { TermsPanel } from '../terms-panel.tsx'
import { useTermsForm } from '../use-terms-form.ts'
import { SmtpFields } from './smtp-fields.tsx'
import { type WayPatch, wayWays } from './way-form.ts'

/** By which way messages leave: files in a folder, or a mail server. */
export function WayPanel({
  now: { terms, isPasswordSet, folder },
  onSaved,
  onDirty,
}: {
  now: MessageTermsNow
  onSaved: () => void
  /** Told whether something is typed that is not saved. */
  onDirty: (isDirty: boolean) => void
}) {
  const { t } = useTranslation('message')
  const hub = useClient()
  const held = useTermsForm(terms, wayWays, {
    change: async (patch: WayPatch) => (await hub.message.setTerms(patch)).terms,
    said: t('way.said'),
    onSaved,
  })
  const { form, setForm, flaws, dirty } = held
  useEffect(() => onDirty(dirty), [onDirty, dirty])
  const { way } = messageTermsWords.shape
  return (
    <TermsPanel id="message-way" title={t('way.title')} save={t('way.save')} held={held}>
      <Radio.Group
        aria-label={t('way.title')}
        value={form.way}
        onChange={(value) => setForm({ ...form, way: way.catch(form.way).parse(value) })}
      >
        <Stack gap={10}>
          {way.options.map((value) => (
            <Radio
              key={value}
              value={value}
              label={t(`way.ways.${value}`)}
              description={t(`way.${value}Hint`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {form.way === 'folder' ? (
        <CopyField label={t('way.folder')} value={folder} />
      ) : (
        <SmtpFields {...{ form, setForm, flaws, terms, isPasswordSet }} onForgotten={onSaved} />
      )}
      <TextInput
        label={t('way.countryCode')}
        description={t('way.countryCodeHint')}
        leftSection="+"
        inputMode="numeric"
        maxLength={3}
        value={form.countryCode}
        error={flaws.includes('countryCode') ? t('way.countryCodeBad') : null}
        onChange={(event) => setForm({ ...form, countryCode: event.currentTarget.value })}
      />
    </TermsPanel>
  )
}
