import { useTranslation } from 'react-i18next'
import type { Block } from './density.ts'
import { showRange } from '../view-store.ts'

/** Many small bars as one; pressed it shows them one by one. */
export function DensityBlock({ block, rowHeight }: { block: Block; rowHeight: number }) {
  const { t } = useTranslation('timeline')
  return (
    <button
      type="button"
      className="lp-tl-density"
      data-family={block.family}
      tabIndex={-1}
      aria-label={t('block', { count: block.count })}
      title={t('block', { count: block.count })}
      style={{ left: block.x, width: block.width, top: 6, height: rowHeight - 12 }}
      onClick={() => showRange(block.from, block.until)}
    >
      {block.width > 18 ? block.count : ''}
    </button>
  )
}
