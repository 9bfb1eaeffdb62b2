import { createTheme, MantineThemeProvider, Modal } from '@mantine/core'
import type { ReactNode } from 'react'

const theme = createTheme({
  components: {
    Modal: Modal.extend({ defaultProps: { classNames: { content: 'lp-dk-dialog' } } }),
  },
})

/** Makes every dialog that is opened from within it one of the desk's, whichever room it comes from: large, for thumbs. */
export function DeskDialogs({ children }: { children: ReactNode }) {
  return (
    <MantineThemeProvider theme={theme} inherit>
      {children}
    </MantineThemeProvider>
  )
}
