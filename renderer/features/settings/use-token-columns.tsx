import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { IdToken, IdTokenStatus } from '../../../shared/domain/id-token/id-token.ts'
import { customerOfToken } from '../../../shared/domain/id-token/owner.ts'
import type { Vehicle } from '../../../shared/domain/vehicle/vehicle.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useRows } from '../../live/use-live.ts'
import { useNow } from '../../live/use-now.ts'
import type { ChargeState } from '../../ui/mark/charge-state.ts'
import { InertText } from '../../ui/mark/inert-text.tsx'
import { StateDot } from '../../ui/mark/state-dot.tsx'
import type { TableColumn } from '../../ui/table/table-column.ts'
import { statusNow } from './token-form.ts'
import { useTokenActs } from './use-token-acts.ts'

/** A token's status as shape and word. Not in the colours of charging: a card is not a connector. */
export function TokenStatus({ status }: { status: IdTokenStatus }) {
  const { t } = useTranslation('state')
  return (
    <span className="lp-state-word">
      <StateDot state={shapes[status]} /> {t(`idToken.${status}`)}
    </span>
  )
}

const shapes: Record<IdTokenStatus, ChargeState> = {
  Accepted: 'preparing',
  Blocked: 'unavailable',
  Expired: 'offline',
  Invalid: 'unknown',
}

/** The columns of the token table. */
export function useTokenColumns(): TableColumn<IdToken>[] {
  const { t } = useTranslation(['settings', 'state'])
  const format = useFormat()
  const now = useNow(60_000)
  const vehicles = useRows('vehicle')
  const customers = useRows('customer')
  const { plateOf, ownerOf } = useMemo(() => {
    const vehicleWith = new Map<string | null, Vehicle>(vehicles.map((row) => [row.id, row]))
    const names = new Map<string | null, string>(customers.map((row) => [row.id, row.name]))
    const vehicleOf = (token: IdToken) => vehicleWith.get(token.vehicleId)
    return {
      plateOf: (token: IdToken) => vehicleOf(token)?.plate ?? null,
      ownerOf: (token: IdToken) => names.get(customerOfToken(token, vehicleOf(token))) ?? null,
    }
  }, [vehicles, customers])
  return useMemo(
    () => [
      {
        id: 'token',
        title: t('settings:tokens.token'),
        fixed: true,
        width: 104,
        grow: 1,
        code: true,
        sortBy: (row) => row.idToken,
        cell: (row) => (
          <strong>
            <InertText text={row.idToken} max={20} />
          </strong>
        ),
      },
      {
        id: 'label',
        title: t('settings:tokens.label'),
        width: 112,
        grow: 2,
        sortBy: (row) => row.label,
        cell: (row) => <InertText text={row.label} max={120} />,
      },
      {
        id: 'status',
        title: t('settings:tokens.status'),
        width: 96,
        sortBy: (row) => t(`state:idToken.${statusNow(row, now)}`),
        cell: (row) => <TokenStatus status={statusNow(row, now)} />,
      },
      {
        id: 'expires',
        title: t('settings:tokens.expires'),
        width: 140,
        sortBy: (row) => row.expiresAt,
        cell: (row) =>
          row.expiresAt === null ? (
            <span className="lp-soft">{t('settings:tokens.never')}</span>
          ) : row.expiresAt <= now ? (
            t('settings:tokens.ended', { day: format.day(row.expiresAt - 1) })
          ) : (
            format.day(row.expiresAt - 1)
          ),
      },
      {
        id: 'vehicle',
        title: t('settings:tokens.vehicle'),
        width: 96,
        grow: 1,
        code: true,
        sortBy: plateOf,
        cell: (row) => <InertText text={plateOf(row)} max={20} />,
      },
      {
        id: 'customer',
        title: t('settings:tokens.customer'),
        width: 112,
        grow: 1,
        hidden: true,
        sortBy: ownerOf,
        cell: (row) => <InertText text={ownerOf(row)} max={120} />,
      },
      {
        id: 'parent',
        title: t('settings:tokens.parent'),
        width: 120,
        hidden: true,
        sortBy: (row) => row.parentIdToken,
        cell: (row) => <InertText text={row.parentIdToken} max={20} />,
      },
      {
        id: 'created',
        title: t('settings:tokens.created'),
        width: 112,
        hidden: true,
        sortBy: (row) => row.createdAt,
        cell: (row) => format.day(row.createdAt),
      },
      {
        id: 'changed',
        title: t('settings:tokens.changed'),
        width: 112,
        hidden: true,
        sortBy: (row) => row.updatedAt,
        cell: (row) => format.moment(row.updatedAt, now),
      },
      {
        id: 'acts',
        title: '',
        fixed: true,
        width: 112,
        align: 'right',
        cell: (row) => <BlockButton token={row} />,
      },
    ],
    [t, format, now, plateOf, ownerOf],
  )
}

function BlockButton({ token }: { token: IdToken }) {
  const { t } = useTranslation('settings')
  const acts = useTokenActs()
  const accepted = token.status === 'Accepted'
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      loading={acts.busy}
      onClick={(event) => {
        event.stopPropagation()
        void acts.setStatus(token, accepted ? 'Blocked' : 'Accepted')
      }}
    >
      {t(accepted ? 'tokens.block' : 'tokens.accept')}
    </Button>
  )
}
