/** The shape that says that a driver asked for it from a phone; always beside words, or in what has a name, that say so. */
export function PhoneMark({ size = 12 }: { size?: number }) {
  return (
    <svg
      className="lp-phone-mark"
      width={size}
      height={size}
      viewBox="0 0 12 12"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
      aria-hidden="true"
    >
      <rect x="3" y="0.8" width="6" height="10.4" rx="1.3" />
      <path d="M5.2 9.2h1.6" strokeLinecap="round" />
    </svg>
  )
}
