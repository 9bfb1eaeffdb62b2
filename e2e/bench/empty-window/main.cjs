/** The least an Electron application can be: one window with one empty page. */
const { app, BrowserWindow } = require('electron')
const { join } = require('node:path')

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800 })
  return window.loadFile(join(__dirname, 'index.html'))
})
app.on('window-all-closed', () => app.quit())
