import { useTranslation } from 'react-i18next'
import { Screen } from '../../ui/screen.tsx'

/** The attendant's desk: the cars that wait, that charge, and that stand there charged. */
export function DeskScreen({ open: _open }: { open: string | null }) {
  const { t } = useTranslation('desk')
  return <Screen title={t('title')}>{null}</Screen>
}
