/** Words on the signs that are hung up at the site. */
export const words = {
  scan: 'Scan to charge',
  how: 'Choose a time, pay and follow it on your phone. No app, no account.',
  code: 'Code',
  orType: 'Or type',
  prices: 'Prices',
  practice: 'Practice: no real charging',
}
