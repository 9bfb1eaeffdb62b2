import { Button } from '@mantine/core'
import { Component } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/frame/empty-state.tsx'

/** Keeps a screen that breaks from taking the window with it. React has no such thing but a class. */
export class ScreenBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError() {
    return { broken: true }
  }
  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    return <Broken onAgain={() => this.setState({ broken: false })} />
  }
}

function Broken({ onAgain }: { onAgain: () => void }) {
  const { t } = useTranslation('shell')
  return (
    <EmptyState
      title={t('failed.title')}
      action={<Button onClick={onAgain}>{t('failed.again')}</Button>}
    >
      {t('failed.body')}
    </EmptyState>
  )
}
