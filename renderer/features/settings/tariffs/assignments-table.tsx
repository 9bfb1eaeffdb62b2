import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TariffAssignment } from '../../../../shared/domain/tariff/tariff.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient, useRows } from '../../../live/use-live.ts'
import { hrefOf } from '../../../navigation/use-route.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { bySpecial } from '../../../../shared/domain/tariff/choose.ts'
import { useScopeWords } from './use-scope-words.ts'

/** Whom tariffs are for, the most special first: the order in which they count. */
export function AssignmentsTable({
  assignments,
  showTariff,
}: {
  assignments: readonly TariffAssignment[]
  showTariff: boolean
}) {
  const { t } = useTranslation(['tariff', 'payment'])
  const hub = useClient()
  const tariffs = useRows('tariff')
  const scopeWords = useScopeWords()
  const removing = useAct((id: string) => hub.tariff.unassign({ id }))
  const nameOf = (tariffId: string) =>
    inert(tariffs.find(({ id }) => id === tariffId)?.name ?? '', 60).text
  const remove = async (assignment: TariffAssignment) => {
    if (!(await removing.run(assignment.id))) return
    const told = { name: nameOf(assignment.tariffId), scope: scopeWords(assignment) }
    tellAct(t('page.said.unassigned', told))
  }
  return (
    <div className="lp-tariff-scroll">
      <ErrorNote error={removing.error} />
      <table className="lp-tariff-table">
        <thead>
          <tr>
            <th scope="col">{t('scope.for')}</th>
            {showTariff ? <th scope="col">{t('scope.tariff')}</th> : null}
            <th scope="col">{t('scope.settled')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {assignments.toSorted(bySpecial).map((assignment) => {
            const { id, tariffId, settlement } = assignment
            const scope = scopeWords(assignment)
            return (
              <tr key={id}>
                <th scope="row">{scope}</th>
                {showTariff ? (
                  <td>
                    <a href={hrefOf({ screen: 'settings', section: 'tariffs', open: tariffId })}>
                      {nameOf(tariffId)}
                    </a>
                  </td>
                ) : null}
                <td>
                  {settlement === null ? (
                    <span className="lp-soft" title={t('scope.usualSays')}>
                      {t('scope.usual')}
                    </span>
                  ) : (
                    t(`payment:settlement.${settlement}`)
                  )}
                </td>
                <td className="lp-tariff-acts">
                  <Button
                    variant="default"
                    size="compact-sm"
                    aria-label={t('scope.removeNamed', { scope })}
                    onClick={() => void remove(assignment)}
                  >
                    {t('scope.remove')}
                  </Button>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
