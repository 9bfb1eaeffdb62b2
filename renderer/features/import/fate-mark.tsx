import { IconEqual, IconPencil, IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { FateKind } from '../../../shared/domain/import/fate.ts'

const icons = { create: IconPlus, change: IconPencil, same: IconEqual, refused: IconX }

/** What becomes of a row, as a shape and a word. */
export function FateMark({ fate }: { fate: FateKind }) {
  const { t } = useTranslation('import')
  const Icon = icons[fate]
  return (
    <span className="lp-fate" data-fate={fate}>
      <Icon size={16} stroke={2} aria-hidden="true" />
      {t(`fate.${fate}`)}
    </span>
  )
}
