import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { toggle } from './chosen-store.ts'
import type { ChosenStore } from './chosen-store.ts'

/** The tick of a row. A click on it doesn't open the row; the key `x` on the row does the same. */
export function ChosenBox({ store, id, what }: { store: ChosenStore; id: string; what: string }) {
  const { t } = useTranslation('payments')
  const checked = store(({ ids }) => ids.has(id))
  return (
    <span className="lp-pay-choose">
      <Checkbox
        size="xs"
        tabIndex={-1}
        aria-label={t('choose', { what })}
        checked={checked}
        onClick={(event) => event.stopPropagation()}
        onChange={() => toggle(store, id)}
      />
    </span>
  )
}
