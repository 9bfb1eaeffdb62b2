import { Button, Radio, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/locale.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useMay } from '../../../live/session-store.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient, useSite } from '../../../live/use-live.ts'
import { ConfirmAct } from '../../../ui/frame/confirm-act.tsx'
import { emptyWriteDown, whats, writtenDown } from './write-down-form.ts'

/** Enters what no other act does: what another terminal's money came to, and cash to and from the bank. */
export function WriteDownButton({ onEntered }: { onEntered: () => void }) {
  const { t } = useTranslation('payments')
  const [opened, setOpened] = useState(false)
  const may = useMay('account')
  if (!may) return null
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t('ledger.writeDown.open')}
      </Button>
      {opened ? (
        <WriteDownDialog
          onClose={(entered) => {
            setOpened(false)
            if (entered) onEntered()
          }}
        />
      ) : null}
    </>
  )
}

function WriteDownDialog({ onClose }: { onClose: (entered: boolean) => void }) {
  const { t } = useTranslation('payments')
  const format = useFormat()
  const hub = useClient()
  const language = useLocale((locale) => locale.language)
  const currency = useSite()?.currency ?? 'SEK'
  const [form, setForm] = useState(emptyWriteDown)
  const told = writtenDown(form, currency, language)
  const act = useAct(async () => told && hub.ledger.writeDown(told))
  const amount = format.money(told?.amountMinor ?? 0, currency)
  const confirm = async () => {
    const entry = await act.run(undefined)
    if (!entry) return
    tellAct(t('ledger.writeDown.said', { amount, what: t(`ledger.writeDown.what.${form.what}`) }))
    onClose(true)
  }
  return (
    <ConfirmAct
      opened
      title={t('ledger.writeDown.title')}
      act={t('ledger.writeDown.act', { amount })}
      busy={act.busy}
      ready={told !== undefined}
      error={act.error}
      onConfirm={() => void confirm()}
      onCancel={() => onClose(false)}
    >
      <Stack gap="md">
        <Radio.Group
          label={t('ledger.writeDown.whatLabel')}
          value={form.what}
          onChange={(chosen) =>
            setForm({ ...form, what: whats.find((one) => one === chosen) ?? form.what })
          }
        >
          <Stack gap="xs" mt={4}>
            {whats.map((what) => (
              <Radio key={what} value={what} label={t(`ledger.writeDown.what.${what}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <TextInput
          label={t('ledger.writeDown.amount')}
          description={
            form.what === 'terminalSettled' ? t('ledger.writeDown.amountHint') : undefined
          }
          inputMode="decimal"
          required
          data-autofocus
          value={form.amount}
          onChange={(event) => setForm({ ...form, amount: event.currentTarget.value })}
        />
        {form.what === 'terminalSettled' ? (
          <TextInput
            label={t('ledger.writeDown.fee')}
            inputMode="decimal"
            value={form.fee}
            onChange={(event) => setForm({ ...form, fee: event.currentTarget.value })}
          />
        ) : null}
        <TextInput
          label={t('ledger.writeDown.reference')}
          required
          maxLength={120}
          value={form.reference}
          onChange={(event) => setForm({ ...form, reference: event.currentTarget.value })}
        />
      </Stack>
    </ConfirmAct>
  )
}
