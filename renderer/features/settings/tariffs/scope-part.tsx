import { Button } from '@mantine/core'
import { IconPlus, IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TariffAssignment } from '../../../../shared/domain/tariff/tariff.ts'
import { EmptyState } from '../../../ui/frame/empty-state.tsx'
import { AssignmentsTable } from './assignments-table.tsx'

/** Whom a tariff, or every tariff, is for, and the way to say more. */
export function ScopePart({
  assignments,
  showTariff,
  closed,
  onAdd,
}: {
  assignments: readonly TariffAssignment[]
  showTariff: boolean
  /** Why nothing can be added; null when it can. */
  closed: 'noTariffs' | 'isAside' | null
  onAdd: () => void
}) {
  const { t } = useTranslation('tariff')
  const add =
    closed === null ? (
      <Button
        {...(assignments.length > 0 ? { variant: 'default' } : {})}
        leftSection={<IconPlus size={16} aria-hidden="true" />}
        onClick={onAdd}
      >
        {t('scope.add')}
      </Button>
    ) : null
  if (assignments.length === 0)
    return (
      <EmptyState
        icon={<IconUsers size={40} stroke={1.2} />}
        title={t('scope.none')}
        action={add}
        compact={!showTariff}
      >
        {t(`scope.${closed ?? 'noneHint'}`)}
      </EmptyState>
    )
  return (
    <>
      <p className="lp-soft">{t('scope.hint')}</p>
      <AssignmentsTable assignments={assignments} showTariff={showTariff} />
      <div className="lp-tariff-foot">{add}</div>
    </>
  )
}
