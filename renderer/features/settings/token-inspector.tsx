import { Button, Select, Stack, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { idTokenStatus } from '../../../shared/domain/id-token/id-token.ts'
import type { IdToken } from '../../../shared/domain/id-token/id-token.ts'
import { useLocale } from '../../i18n/locale.ts'
import { useRows } from '../../live/use-live.ts'
import { Needs, useHeldBack } from '../../session/needs.tsx'
import { ConfirmAct } from '../../ui/frame/confirm-act.tsx'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { customerChoices, findChoices, vehicleChoices } from '../../ui/input/fleet-choices.ts'
import { inert } from '../../ui/mark/inert.ts'
import { Inspector } from '../../ui/frame/inspector.tsx'
import { emptyToken, tokenFlaws, tokenFormOf, tokenInput } from './token-form.ts'
import { useTokenActs } from './use-token-acts.ts'

/** One token to change, or a new one when `token` is null. */
export function TokenInspector({ token, onClose }: { token: IdToken | null; onClose: () => void }) {
  const { t } = useTranslation(['settings', 'state'])
  const timeZone = useLocale((locale) => locale.timeZone)
  const tokens = useRows('idToken')
  const vehicles = useRows('vehicle')
  const customers = useRows('customer')
  const acts = useTokenActs()
  const [form, setForm] = useState(() => (token ? tokenFormOf(token, timeZone) : emptyToken))
  const [tried, setTried] = useState(false)
  const [removing, setRemoving] = useState(false)
  const { vehicleId, customerId } = form
  const vehicleData = useMemo(() => vehicleChoices(vehicles, vehicleId), [vehicles, vehicleId])
  const customerData = useMemo(
    () => customerChoices(customers, customerId),
    [customers, customerId],
  )
  const flaws = tokenFlaws(form)
  const heldBack = useHeldBack('plan')
  const typed = form.idToken.trim().toUpperCase()
  const taken = !token && tokens.some((known) => known.idToken.toUpperCase() === typed)
  const name = token ? inert(token.idToken).text : t('settings:tokens.new')

  const save = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (flaws.length === 0 && (await acts.save(tokenInput(form, timeZone)))) onClose()
  }
  const remove = async () => {
    if (token && (await acts.remove(token))) onClose()
  }
  return (
    <Inspector
      title={name}
      onClose={onClose}
      footer={
        <>
          {token ? (
            <Button variant="default" {...heldBack} onClick={() => setRemoving(true)}>
              {t('settings:tokens.remove')}
            </Button>
          ) : null}
          <Button type="submit" form="token" loading={acts.busy} {...heldBack}>
            {t('settings:tokens.save')}
          </Button>
        </>
      }
    >
      <form id="token" onSubmit={(event) => void save(event)} noValidate>
        <Needs right="plan">
          <Stack gap="md">
            {token ? null : (
              <TextInput
                label={t('settings:tokens.token')}
                description={t('settings:tokens.tokenHint')}
                value={form.idToken}
                autoFocus
                spellCheck={false}
                error={
                  flaws.includes('idToken') && (tried || form.idToken !== '')
                    ? t('settings:tokens.tokenBad')
                    : null
                }
                onChange={(event) => setForm({ ...form, idToken: event.currentTarget.value })}
              />
            )}
            {taken ? <p className="lp-soft">{t('settings:tokens.tokenTaken')}</p> : null}
            <TextInput
              label={t('settings:tokens.label')}
              description={t('settings:tokens.labelHint')}
              value={form.label}
              error={flaws.includes('label') ? t('settings:tokens.labelBad') : null}
              onChange={(event) => setForm({ ...form, label: event.currentTarget.value })}
            />
            <Select
              label={t('settings:tokens.status')}
              data={idTokenStatus.options.map((value) => ({
                value,
                label: t(`state:idToken.${value}`),
              }))}
              value={form.status}
              allowDeselect={false}
              onChange={(value) => {
                const status = idTokenStatus.options.find((known) => known === value)
                if (status) setForm({ ...form, status })
              }}
            />
            <Select
              label={t('settings:tokens.vehicle')}
              description={t('settings:tokens.vehicleHint')}
              placeholder={t('settings:tokens.noVehicle')}
              clearable
              clearButtonProps={{ 'aria-label': t('settings:tokens.noVehicle') }}
              searchable
              filter={findChoices}
              limit={100}
              data={vehicleData}
              value={vehicleId}
              onChange={(chosen) => setForm({ ...form, vehicleId: chosen })}
            />
            <Select
              label={t('settings:tokens.customer')}
              description={t('settings:tokens.customerHint')}
              placeholder={t('settings:tokens.noCustomer')}
              clearable
              clearButtonProps={{ 'aria-label': t('settings:tokens.noCustomer') }}
              searchable
              limit={100}
              data={customerData}
              value={customerId}
              onChange={(chosen) => setForm({ ...form, customerId: chosen })}
            />
            <TextInput
              type="date"
              label={t('settings:tokens.expires')}
              description={t('settings:tokens.expiresHint')}
              value={form.lastDay}
              onChange={(event) => setForm({ ...form, lastDay: event.currentTarget.value })}
            />
            <TextInput
              label={t('settings:tokens.parent')}
              description={t('settings:tokens.parentHint')}
              value={form.parentIdToken}
              spellCheck={false}
              error={flaws.includes('parent') ? t('settings:tokens.tokenBad') : null}
              onChange={(event) => setForm({ ...form, parentIdToken: event.currentTarget.value })}
            />
            <ErrorNote error={acts.error} />
          </Stack>
        </Needs>
      </form>
      <ConfirmAct
        opened={removing}
        title={t('settings:tokens.removeTitle', { token: name })}
        act={t('settings:tokens.remove')}
        destructive
        busy={acts.busy}
        error={acts.error}
        onConfirm={() => void remove()}
        onCancel={() => setRemoving(false)}
      >
        {t('settings:tokens.removeBody')}
      </ConfirmAct>
    </Inspector>
  )
}
