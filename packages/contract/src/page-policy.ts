/**
 * What our pages may do, as a Content-Security-Policy: everything from the place they came from and nothing from elsewhere. `blob:` is
 * for pictures made in the page, `wasm-unsafe-eval` for the nets of the smile worker; there is no inline script. Inline styles are
 * properties React sets.
 */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
