import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { setUpWords } from '../i18n/setup.ts'
import { Shell } from './shell.tsx'
import { theme } from './theme.ts'

/** Draws the window into `#root`. */
export async function startApp(): Promise<void> {
  await setUpWords()
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root')
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <Notifications position="bottom-right" />
        <Shell />
      </MantineProvider>
    </StrictMode>,
  )
}
