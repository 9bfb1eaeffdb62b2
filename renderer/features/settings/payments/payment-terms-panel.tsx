import { Checkbox, Radio, Stack, Switch, Textarea, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import {
  payWhileBooking,
  type PaymentTerms,
  type PaymentTermsWords,
} from '../../../../shared/domain/payment/payment-terms.ts'
import { paymentMeans } from '../../../../shared/domain/payment/payment.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { useClient } from '../../../live/use-live.ts'
import { TermsPanel } from '../terms-panel.tsx'
import { useTermsForm } from '../use-terms-form.ts'
import { paymentTermsWays, payWithin, withMeans } from './payment-terms-form.ts'

const texts = ['legalName', 'organisationNumber', 'vatNumber'] as const
const longest = { legalName: 120, organisationNumber: 30, vatNumber: 30 } as const

/** Who sells, for receipts, which means the desk takes, and when a booking is paid. */
export function PaymentTermsPanel({ terms, currency }: { terms: PaymentTerms; currency: string }) {
  const { t } = useTranslation(['paymentSettings', 'payment'])
  const language = useLocale((locale) => locale.language)
  const hub = useClient()
  const ways = useMemo(() => paymentTermsWays(currency, language), [currency, language])
  const held = useTermsForm(terms, ways, {
    change: (patch: Partial<PaymentTermsWords>) => hub.paymentTerms.update(patch),
    said: t('terms.said'),
  })
  const { form, setForm, flaws } = held
  return (
    <TermsPanel id="payment-terms" title={t('terms.title')} save={t('terms.save')} held={held}>
      {texts.map((name) => (
        <TextInput
          key={name}
          label={t(`terms.${name}`)}
          {...(name === 'legalName' ? { description: t('terms.legalNameHint') } : {})}
          maxLength={longest[name]}
          value={form[name]}
          onChange={(event) => setForm({ ...form, [name]: event.currentTarget.value })}
        />
      ))}
      <Textarea
        label={t('terms.address')}
        autosize
        minRows={2}
        maxRows={5}
        value={form.address}
        error={flaws.includes('address') ? t('terms.addressBad') : null}
        onChange={(event) => setForm({ ...form, address: event.currentTarget.value })}
      />
      <Textarea
        label={t('terms.receiptFooter')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={500}
        value={form.receiptFooter}
        onChange={(event) => setForm({ ...form, receiptFooter: event.currentTarget.value })}
      />
      <Checkbox.Group label={t('terms.means')} value={form.means}>
        <Stack gap={8} mt={6}>
          {paymentMeans.options.map((means) => (
            <Checkbox
              key={means}
              value={means}
              label={t(`payment:means.${means}`)}
              onChange={(event) =>
                setForm({
                  ...form,
                  means: withMeans(form.means, means, event.currentTarget.checked),
                })
              }
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <Radio.Group
        label={t('terms.payWhileBooking')}
        value={form.payWhileBooking}
        onChange={(value) =>
          setForm({
            ...form,
            payWhileBooking: payWhileBooking.safeParse(value).data ?? form.payWhileBooking,
          })
        }
      >
        <Stack gap={8} mt={6}>
          {payWhileBooking.options.map((value) => (
            <Radio key={value} value={value} label={t(`terms.booking.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <TextInput
        label={t('terms.payWithinMin')}
        description={t('terms.payWithinMinHint')}
        inputMode="numeric"
        rightSection={<span className="lp-soft">min</span>}
        rightSectionWidth={44}
        value={form.payWithinMin}
        error={flaws.includes('payWithinMin') ? t('terms.payWithinMinBad', payWithin) : null}
        onChange={(event) => setForm({ ...form, payWithinMin: event.currentTarget.value })}
      />
      <TextInput
        label={t('terms.hold')}
        description={t('terms.holdHint')}
        inputMode="decimal"
        placeholder={t('terms.holdNone')}
        rightSection={<span className="lp-soft">{currency}</span>}
        rightSectionWidth={52}
        value={form.hold}
        error={flaws.includes('hold') ? t('terms.holdBad') : null}
        onChange={(event) => setForm({ ...form, hold: event.currentTarget.value })}
      />
      <Switch
        label={t('terms.refundsUnused')}
        description={t('terms.refundsUnusedHint')}
        checked={form.refundsUnused}
        onChange={(event) => setForm({ ...form, refundsUnused: event.currentTarget.checked })}
      />
      <TextInput
        label={t('terms.returnUrl')}
        description={t('terms.returnUrlHint')}
        inputMode="url"
        placeholder="https://…"
        maxLength={500}
        value={form.returnUrl}
        error={flaws.includes('returnUrl') ? t('terms.returnUrlBad') : null}
        onChange={(event) => setForm({ ...form, returnUrl: event.currentTarget.value })}
      />
      <TextInput
        label={t('terms.locationId')}
        description={t('terms.locationIdHint')}
        placeholder="tml_…"
        maxLength={100}
        value={form.locationId}
        onChange={(event) => setForm({ ...form, locationId: event.currentTarget.value })}
      />
    </TermsPanel>
  )
}
