import { Button, Radio, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  isThisMachine,
  type MessageTerms,
  smtpSecurity,
} from '../../../../shared/domain/message/terms.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { isAnotherServer, type WayFlaw, type WayForm } from './way-form.ts'

/** What lies at the input of a secret: nothing is remembered, corrected or offered again. */
const secret = {
  type: 'password',
  autoComplete: 'new-password',
  autoCapitalize: 'off',
  autoCorrect: 'off',
  spellCheck: false,
} as const

/** The mail server: where it is, how it is spoken to, who writes, and where text messages go. */
export function SmtpFields({
  form,
  setForm,
  flaws,
  terms,
  isPasswordSet,
  onForgotten,
}: {
  form: WayForm
  setForm: (form: WayForm) => void
  flaws: readonly WayFlaw[]
  /** As they are kept. */
  terms: MessageTerms
  isPasswordSet: boolean
  onForgotten: () => void
}) {
  const { t } = useTranslation('message')
  const hub = useClient()
  const forget = useAct(() => hub.message.setTerms({ password: null }))
  const isOther = isAnotherServer(form, terms)
  const set = (field: Exclude<keyof WayForm, 'way' | 'security'>) => ({
    value: form[field],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      setForm({ ...form, [field]: event.currentTarget.value }),
  })
  const bad = (flaw: WayFlaw, words: string) => (flaws.includes(flaw) ? words : null)
  /** What was never given is not called wrong before it is typed. */
  const missing = (field: 'host' | 'fromAddress', words: string) =>
    form[field] === '' && terms.way !== 'smtp' ? null : bad(field, words)
  const onForget = async () => {
    if ((await forget.run(undefined)) === undefined) return
    tellAct(t('way.saidForgotten'))
    onForgotten()
  }
  const isOpen = form.security === 'none'
  return (
    <>
      <div className="lp-msg-server">
        <TextInput
          withAsterisk
          label={t('way.host')}
          placeholder="smtp.example.com"
          autoComplete="off"
          spellCheck={false}
          error={missing('host', t('way.hostBad'))}
          {...set('host')}
        />
        <TextInput
          label={t('way.port')}
          inputMode="numeric"
          error={bad('port', t('way.portBad'))}
          {...set('port')}
        />
      </div>
      <Radio.Group
        label={t('way.security')}
        value={form.security}
        error={bad('openLine', t('way.openLine'))}
        onChange={(value) =>
          setForm({ ...form, security: smtpSecurity.catch(form.security).parse(value) })
        }
      >
        <Stack gap={8} mt={6}>
          {smtpSecurity.options.map((value) => (
            <Radio key={value} value={value} label={t(`way.securities.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {isOpen && isThisMachine(form.host) ? (
        <p className="lp-msg-fault" role="note">
          {t('way.openWarning')}
        </p>
      ) : null}
      <TextInput
        label={t('way.user')}
        description={t('way.userHint')}
        autoComplete="off"
        spellCheck={false}
        error={bad('user', t('way.lineBad'))}
        {...set('user')}
      />
      <TextInput
        {...secret}
        label={t('way.password')}
        description={t(
          isOther && isPasswordSet
            ? 'way.passwordAgain'
            : isPasswordSet
              ? 'way.passwordSet'
              : 'way.passwordNone',
        )}
        placeholder={isPasswordSet && !isOther ? t('way.passwordKeep') : ''}
        maxLength={500}
        {...set('password')}
      />
      {isPasswordSet ? (
        <div>
          <Button
            variant="default"
            size="compact-sm"
            loading={forget.busy}
            onClick={() => void onForget()}
          >
            {t('way.forget')}
          </Button>
          <ErrorNote error={forget.error} />
        </div>
      ) : null}
      <TextInput
        withAsterisk
        label={t('way.fromAddress')}
        placeholder="depot@example.com"
        type="email"
        autoComplete="off"
        error={missing('fromAddress', t('way.fromAddressBad'))}
        {...set('fromAddress')}
      />
      <TextInput
        label={t('way.fromName')}
        description={t('way.fromNameHint')}
        error={bad('fromName', t('way.lineBad'))}
        {...set('fromName')}
      />
      <TextInput
        label={t('way.replyTo')}
        description={t('way.replyToHint')}
        type="email"
        autoComplete="off"
        error={bad('replyTo', t('way.fromAddressBad'))}
        {...set('replyTo')}
      />
      <TextInput
        label={t('way.gateway')}
        description={t('way.gatewayHint')}
        placeholder="{phone}@sms.example.com"
        autoComplete="off"
        spellCheck={false}
        error={bad('gateway', t('way.gatewayBad'))}
        {...set('gateway')}
      />
    </>
  )
}
