import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './app/theme.css'
import { startApp } from './app/start.tsx'
import { startLive } from './live/hub.ts'
import { followHubProcess } from './live/shell.ts'

// First of all, so that the hub is asked before the window is drawn.
startLive()
followHubProcess()
void startApp()
