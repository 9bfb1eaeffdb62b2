import { useTranslation } from 'react-i18next'
import { toggle } from './chosen-store.ts'
import type { ChosenStore } from './chosen-store.ts'

/**
 * The tick of a row, as plain as it can be since a long list scrolls past with many. A click on it doesn't open the row;
 * the key `x` on the row does the same.
 */
export function ChosenBox({ store, id, what }: { store: ChosenStore; id: string; what: string }) {
  const { t } = useTranslation('payments')
  const checked = store(({ ids }) => ids.has(id))
  return (
    <span className="lp-pay-choose">
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={t('choose', { what })}
        checked={checked}
        onClick={(event) => event.stopPropagation()}
        onChange={() => toggle(store, id)}
      />
    </span>
  )
}
