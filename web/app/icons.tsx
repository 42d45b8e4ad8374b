import type { ReactNode } from 'react'

const icon = (drawing: ReactNode) => () => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    {drawing}
  </svg>
)

/** The house of the product's name: one roof, one household. */
export const Mark = () => (
  <svg className="mark" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
    <rect width="64" height="64" rx="14" />
    <path d="M32 13 12 30h6v20h28V30h6zM25 37h14" />
  </svg>
)
export const TodayIcon = icon(<path d="M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M8.5 15l2.5 2.5 4.5-4.5" />)
export const HouseIcon = icon(<path d="M4 11.5 12 5l8 6.5M6 10v10h12V10M10 20v-6h4v6" />)
export const OutboxIcon = icon(<path d="M12 15V4M8 8l4-4 4 4M4 14v6h16v-6" />)
export const PersonIcon = icon(
  <>
    <circle cx="12" cy="8" r="4" />
    <path d="M4 20c1.5-4 4.5-5.5 8-5.5s6.5 1.5 8 5.5" />
  </>,
)
export const BackIcon = icon(<path d="M15 5 8 12l7 7" />)
export const EyeIcon = icon(
  <>
    <path d="M2 12c3-5 6.500-7 10-7s7 2 10 7c-3 5-6.500 7-10 7s-7-2-10-7z" />
    <circle cx="12" cy="12" r="3" />
  </>,
)
export const PrintIcon = icon(<path d="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z" />)
