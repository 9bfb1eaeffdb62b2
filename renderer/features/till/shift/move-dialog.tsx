import { Radio, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CashMoveKind } from '../../../../shared/domain/till/cash-move.ts'
import type { Shift } from '../../../../shared/domain/till/shift.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { ConfirmAct } from '../../../ui/frame/confirm-act.tsx'
import { typedMoney } from '../../../ui/input/typed-money.ts'

const ways: Readonly<Record<'in' | 'out', readonly CashMoveKind[]>> = {
  in: ['payIn'],
  out: ['toSafe', 'toBank', 'expense'],
}

/** Puts cash into the drawer, or takes it out. */
export function MoveDialog({
  shift,
  way,
  onDone,
  onCancel,
}: {
  shift: Shift
  way: 'in' | 'out'
  onDone: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation('till')
  const format = useFormat()
  const hub = useClient()
  const language = useLocale((locale) => locale.language)
  const { currency } = shift
  const kinds = ways[way]
  const [kind, setKind] = useState<CashMoveKind>(way === 'in' ? 'payIn' : 'toSafe')
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const minor = typedMoney(typed, currency, language)
  const isGood = typeof minor === 'number' && minor > 0
  const amount = format.money(isGood ? minor : 0, currency)
  const act = useAct((amountMinor: number) =>
    hub.till.move({ id: shift.id, kind, amountMinor, reason: reason.trim() }),
  )
  const confirm = async () => {
    if (!isGood || !(await act.run(minor))) return
    tellAct(t('move.said', { amount, kind: t(`move.kind.${kind}`) }))
    onDone()
  }
  return (
    <ConfirmAct
      opened
      title={t(way === 'in' ? 'move.inTitle' : 'move.outTitle')}
      act={t(way === 'in' ? 'move.actIn' : 'move.actOut', { amount })}
      busy={act.busy}
      ready={isGood && reason.trim() !== ''}
      error={act.error}
      onConfirm={() => void confirm()}
      onCancel={onCancel}
    >
      <Stack gap="md" className="lp-till-form">
        {kinds.length === 1 ? null : (
          <Radio.Group
            label={t('move.to')}
            value={kind}
            onChange={(chosen) => setKind(kinds.find((one) => one === chosen) ?? kind)}
          >
            <Stack gap="xs" mt={4}>
              {kinds.map((one) => (
                <Radio key={one} size="md" value={one} label={t(`move.kind.${one}`)} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <TextInput
          size="lg"
          label={t('move.amount')}
          inputMode="decimal"
          data-autofocus
          required
          value={typed}
          error={typed !== '' && !isGood ? t('move.amountBad') : null}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <TextInput
          size="lg"
          label={t('move.reason')}
          required
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </ConfirmAct>
  )
}
