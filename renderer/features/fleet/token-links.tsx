import { Button, Select } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { IdToken } from '../../../shared/domain/id-token/id-token.ts'
import { tellAct } from '../../live/last-act.ts'
import { useAct } from '../../live/use-act.ts'
import { useClient, useRow, useRows } from '../../live/use-live.ts'
import { hrefOf } from '../../navigation/use-route.ts'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { InertText } from '../../ui/mark/inert-text.tsx'
import { inert } from '../../ui/mark/inert.ts'
import { useUndo } from './use-undo.ts'

/** The id tokens of a vehicle or a customer, with a way to link another and to unlink its own. */
export function TokenLinks({
  of,
  id,
  tokens,
}: {
  of: 'vehicleId' | 'customerId'
  id: string
  /** Those it has, a customer's vehicles' among them. */
  tokens: readonly IdToken[]
}) {
  const { t } = useTranslation('fleet')
  const hub = useClient()
  const undo = useUndo()
  const all = useRows('idToken')
  const putting = useAct((token: IdToken) => hub.idToken.put(inputOf(token)))
  const choices = useMemo(
    () =>
      all
        .filter((token) => token[of] !== id)
        .map((token) => ({
          value: token.id,
          label: inert(token.label ? `${token.idToken} · ${token.label}` : token.idToken, 80).text,
        }))
        .toSorted((a, b) => a.label.localeCompare(b.label)),
    [all, of, id],
  )
  const put = async (before: IdToken, owner: string | null) => {
    if (!(await putting.run({ ...before, [of]: owner }))) return
    const said = owner === null ? 'unlinked' : 'linked'
    const say = (what: 'linked' | 'unlinked') =>
      t(`token.${what}`, { token: inert(before.idToken).text })
    const back = () => hub.idToken.put(inputOf(before))
    tellAct(say(said), undo(back, say(said === 'linked' ? 'unlinked' : 'linked')))
  }
  return (
    <>
      {tokens.length === 0 ? (
        <p className="lp-fleet-nothing">{t('token.none')}</p>
      ) : (
        <ul className="lp-fleet-list">
          {tokens.map((token) => (
            <TokenLine
              key={token.id}
              token={token}
              owned={token[of] === id}
              busy={putting.busy}
              onUnlink={() => void put(token, null)}
            />
          ))}
        </ul>
      )}
      <Select
        label={t('token.link')}
        description={t(of === 'vehicleId' ? 'token.linkHint' : 'token.linkCustomerHint')}
        placeholder={t('token.choose')}
        data={choices}
        searchable
        limit={100}
        value={null}
        disabled={choices.length === 0}
        onChange={(chosen) => {
          const token = all.find((known) => known.id === chosen)
          if (token) void put(token, id)
        }}
      />
      <ErrorNote error={putting.error} />
    </>
  )
}

function TokenLine({
  token,
  owned,
  busy,
  onUnlink,
}: {
  token: IdToken
  /** Its own, rather than one of its vehicles'. */
  owned: boolean
  busy: boolean
  onUnlink: () => void
}) {
  const { t } = useTranslation(['fleet', 'state'])
  const vehicle = useRow('vehicle', token.vehicleId)
  const name = inert(token.idToken).text
  return (
    <li>
      <div>
        <a
          className="lp-fleet-line"
          href={hrefOf({ screen: 'settings', section: 'tokens', open: token.id })}
        >
          <InertText text={token.idToken} max={20} />
        </a>
        <span className="lp-fleet-line lp-soft">
          {token.status === 'Accepted' ? '' : `${t(`state:idToken.${token.status}`)} · `}
          {owned || !vehicle
            ? inert(token.label, 80).text
            : t('fleet:token.ofVehicle', { plate: inert(vehicle.plate).text })}
        </span>
      </div>
      {owned ? (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          disabled={busy}
          aria-label={t('fleet:token.unlinkNamed', { token: name })}
          onClick={onUnlink}
        >
          {t('fleet:token.unlink')}
        </Button>
      ) : null}
    </li>
  )
}

function inputOf(token: IdToken) {
  const { idToken, status, label, parentIdToken, expiresAt, vehicleId, customerId } = token
  return { idToken, status, label, parentIdToken, expiresAt, vehicleId, customerId }
}
