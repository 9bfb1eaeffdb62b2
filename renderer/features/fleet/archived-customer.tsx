import { useTranslation } from 'react-i18next'
import { useRow } from '../../live/use-live.ts'
import { hrefOf } from '../../navigation/use-route.ts'
import { InertText } from '../../ui/mark/inert-text.tsx'
import { inert } from '../../ui/mark/inert.ts'
import { ArchivedInspector } from './archived-inspector.tsx'
import type { CustomerRow } from './customer-row.ts'
import { useCustomerActs } from './use-customer-acts.ts'

/** A customer that was put aside. */
export function ArchivedCustomer({ row, onClose }: { row: CustomerRow; onClose: () => void }) {
  const { t } = useTranslation('fleet')
  const acts = useCustomerActs()
  const { customer } = row
  const into = useRow('customer', customer.mergedInto)
  return (
    <ArchivedInspector
      title={inert(customer.name, 120).text}
      archivedAt={customer.archivedAt ?? customer.updatedAt}
      mergedInto={
        into
          ? {
              name: inert(into.name, 60).text,
              href: hrefOf({ screen: 'customers', open: into.id }),
            }
          : null
      }
      facts={[
        [t('customer.kind'), t(`customer.kinds.${customer.kind}`)],
        [t('customer.email'), <InertText key="email" text={customer.email} max={320} />],
        [t('customer.phone'), <InertText key="phone" text={customer.phone} />],
        [t('customer.reference'), <InertText key="reference" text={customer.reference} />],
        [t('customer.note'), <InertText key="note" text={customer.note} max={2_000} />],
      ]}
      act={acts.restoring}
      onRestore={() => void acts.restore(customer)}
      onClose={onClose}
    />
  )
}
