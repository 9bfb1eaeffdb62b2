import { IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Right } from '../../shared/domain/user/role.ts'
import { useMay } from '../live/session-store.ts'
import './needs.css'

/** Why whoever is here may not do what asks this right, as a sentence; null where they may. */
export function useNeeds(right: Right): string | null {
  const { t } = useTranslation('session')
  return useMay(right) ? null : t(`needs.${right}`)
}

/** The props of a control that asks a right: pressed by nobody who has it not, and saying who may. */
export function useHeldBack(right: Right): { disabled: boolean; title: string | undefined } {
  const needs = useNeeds(right)
  return { disabled: needs !== null, title: needs ?? undefined }
}

/** Says who may do what stands here; nothing to whoever may. */
export function NeedsNote({ right }: { right: Right }) {
  const needs = useNeeds(right)
  if (needs === null) return null
  return (
    <p className="lp-needs">
      <IconLock size={14} aria-hidden="true" />
      {needs}
    </p>
  )
}

/** Everything within can be read, but changed only by whoever has the right; who that is stands above it. */
export function Needs({ right, children }: { right: Right; children: ReactNode }) {
  const may = useMay(right)
  return (
    <>
      <NeedsNote right={right} />
      <fieldset className="lp-held-back" disabled={!may}>
        {children}
      </fieldset>
    </>
  )
}
