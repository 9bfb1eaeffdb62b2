/** Words of the settings screen. */
export const words = {
  title: 'settings',
}
