/** A filled square with its pattern, for the legend of a picture with areas. */
export function Swatch({ fill }: { readonly fill: { readonly colour: string; readonly symbol: string } }) {
  return (
    <svg className="swatch" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <rect width="24" height="24" fill={fill.colour} />
      {fill.symbol === 'rect' && (
        <path d="M-4 10 10-4M-4 26 26-4M6 32 32 6" stroke="#18222f88" strokeWidth="4" />
      )}
      {fill.symbol === 'line' && (
        <path d="M14-4 28 10M-4-2 26 28M-8 14 12 34" stroke="#18222f88" strokeWidth="4" />
      )}
      {fill.symbol === 'circle' && <path d="M4 4h4v4H4zM15 4h4v4h-4zM9.5 12h4v4h-4z" fill="#18222f88" />}
    </svg>
  )
}
