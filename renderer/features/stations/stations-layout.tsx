import { SegmentedControl, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { tileOrders } from './tile-order.ts'
import type { TileOrder } from './tile-order.ts'

export type StationsLayout = 'table' | 'tiles'

/** The choice between table and tiles, and the order of the tiles; a table is ordered by its heads. */
export function StationsLayoutChoice({
  layout,
  onLayout,
  order,
  onOrder,
}: {
  layout: StationsLayout
  onLayout: (layout: StationsLayout) => void
  order: TileOrder
  onOrder: (order: TileOrder) => void
}) {
  const { t } = useTranslation('stations')
  return (
    <>
      {layout === 'tiles' ? (
        <Select
          size="sm"
          w={180}
          aria-label={t('sort.label')}
          allowDeselect={false}
          value={order}
          data={tileOrders.map((value) => ({ value, label: t(`sort.${value}`) }))}
          onChange={(value) => onOrder(tileOrders.find((known) => known === value) ?? 'need')}
        />
      ) : null}
      <SegmentedControl
        aria-label={t('view.label')}
        value={layout}
        data={[
          { value: 'table', label: t('view.table') },
          { value: 'tiles', label: t('view.tiles') },
        ]}
        onChange={(value) => onLayout(value === 'tiles' ? 'tiles' : 'table')}
      />
    </>
  )
}
