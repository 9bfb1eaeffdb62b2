import { Radio, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BlockOf } from '../../../shared/domain/visit/block.ts'
import type { Visit } from '../../../shared/domain/visit/visit.ts'
import { tellAct } from '../../live/last-act.ts'
import { useAct } from '../../live/use-act.ts'
import { useClient } from '../../live/use-live.ts'
import { ConfirmAct } from '../../ui/frame/confirm-act.tsx'
import { inert } from '../../ui/mark/inert.ts'

/** Blocks the driver of a visit by one of what they are known by. */
export function BlockDialog({ visit, onClose }: { visit: Visit; onClose: () => void }) {
  const { t } = useTranslation(['visit', 'driverPage'])
  const hub = useClient()
  const known = (['plate', 'phone', 'email'] as const).filter((of) => visit[of] !== '')
  const [of, setOf] = useState<BlockOf>(known[0] ?? 'plate')
  const [reason, setReason] = useState('')
  const act = useAct(() => hub.visit.block({ of, value: visit[of], reason: reason.trim() }))
  const carryOut = async () => {
    const made = await act.run(undefined)
    if (made === undefined) return
    tellAct(t('visit:block.said', { value: inert(made.value, 60).text }))
    onClose()
  }
  return (
    <ConfirmAct
      opened
      destructive
      title={t('visit:block.title')}
      act={t('visit:block.act')}
      ready={known.length > 0}
      busy={act.busy}
      error={act.error}
      onConfirm={() => void carryOut()}
      onCancel={onClose}
    >
      <p>{t('visit:block.body')}</p>
      <Stack gap="sm">
        <Radio.Group
          label={t('visit:block.of')}
          value={of}
          onChange={(value) => setOf(known.find((one) => one === value) ?? of)}
        >
          <Stack gap={8} mt={6}>
            {known.map((one) => (
              <Radio
                key={one}
                value={one}
                label={`${t(`driverPage:blocks.ofs.${one}`)} · ${inert(visit[one], 60).text}`}
              />
            ))}
          </Stack>
        </Radio.Group>
        <TextInput
          label={t('driverPage:blocks.reason')}
          description={t('driverPage:blocks.reasonHint')}
          maxLength={200}
          autoComplete="off"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </ConfirmAct>
  )
}
