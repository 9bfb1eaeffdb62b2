import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Candidate } from '../../../shared/domain/adoption/adoption.ts'
import { tellAct } from '../../live/last-act.ts'
import { useAct } from '../../live/use-act.ts'
import { useClient } from '../../live/use-live.ts'
import { Age } from '../../ui/mark/age.tsx'
import { ConfirmAct } from '../../ui/frame/confirm-act.tsx'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { Facts } from '../../ui/frame/facts.tsx'
import { inert } from '../../ui/mark/inert.ts'
import { InertText } from '../../ui/mark/inert-text.tsx'
import { Inspector } from '../../ui/frame/inspector.tsx'
import { AdoptFields } from './adopt-fields.tsx'
import { adoptFormFor, adoptInput, flawsOf } from './adopt-form.ts'
import type { FreshKey } from './fresh-key.ts'

/** One charger that waits: what it claims, how it is to be called and to prove itself; adopt or refuse. */
export function AdoptInspector({
  candidate,
  onClose,
  onAdopted,
}: {
  candidate: Candidate
  onClose: () => void
  onAdopted: (fresh: FreshKey) => void
}) {
  const { t } = useTranslation('adoption')
  const hub = useClient()
  const [form, setForm] = useState(() => adoptFormFor(candidate))
  const [refusing, setRefusing] = useState(false)
  const adopting = useAct(() => hub.adoption.adopt(adoptInput(candidate.id, form)))
  const refusal = useAct(() => hub.adoption.refuse({ id: candidate.id }))
  const id = inert(candidate.chargePointId, 48).text
  const gone = candidate.state !== 'waiting'

  const adopt = async () => {
    const adopted = await adopting.run(undefined)
    if (!adopted) return
    tellAct(t('adopt.adopted', { name: adopted.station.name }))
    onAdopted(adopted)
  }
  const refuse = async () => {
    if (!(await refusal.run(undefined))) return
    tellAct(t('adopt.refused', { name: id }))
    onClose()
  }
  return (
    <Inspector
      title={id}
      onClose={onClose}
      footer={
        <>
          <Button variant="default" onClick={() => setRefusing(true)}>
            {t('adopt.refuse')}
          </Button>
          <Button
            loading={adopting.busy}
            disabled={gone || flawsOf(form).length > 0}
            onClick={() => void adopt()}
          >
            {t('adopt.act')}
          </Button>
        </>
      }
    >
      <Claims candidate={candidate} />
      {gone ? (
        <p className="lp-note">{t('adopt.gone')}</p>
      ) : (
        <AdoptFields
          form={form}
          onChange={setForm}
          ownPassword={candidate.credentials === 'password'}
        />
      )}
      <ErrorNote error={adopting.error} />
      <ConfirmAct
        opened={refusing}
        title={t('adopt.refuseTitle', { name: id })}
        act={t('adopt.refuse')}
        destructive
        busy={refusal.busy}
        error={refusal.error}
        onConfirm={() => void refuse()}
        onCancel={() => setRefusing(false)}
      >
        {t('adopt.refuseBody')}
      </ConfirmAct>
    </Inspector>
  )
}

function Claims({ candidate }: { candidate: Candidate }) {
  const { t } = useTranslation('adoption')
  return (
    <>
      <Facts
        rows={[
          [t('waiting.vendor'), <InertText key="v" text={candidate.vendor} />],
          [t('waiting.model'), <InertText key="m" text={candidate.model} />],
          [t('waiting.serial'), <InertText key="s" text={candidate.serialNumber} />],
          [t('waiting.firmware'), <InertText key="f" text={candidate.firmwareVersion} />],
          [t('waiting.address'), <InertText key="a" text={candidate.address} />],
          [
            t('waiting.credentials'),
            t(
              candidate.credentials === 'none'
                ? 'waiting.credentialsNone'
                : 'waiting.credentialsPassword',
            ),
          ],
          [t('waiting.seen'), <Age key="l" at={candidate.lastSeenAt} />],
        ]}
      />
      <p className="lp-note">{t('waiting.claimed')}</p>
    </>
  )
}
