/** The port of IPP, RFC 8011 §1. */
const ippPort = 631

/**
 * Where the print service answers that this system's own programs print with: on this machine, unless `CUPS_SERVER` names another as
 * `host` or `host:port`. A socket of this machine there is the same service as its port.
 * @param said what `CUPS_SERVER` says
 */
export function printServiceOf(said = ''): { readonly host: string; readonly port: number } {
  const [, host = '127.0.0.1', port = ippPort] = /^([\w.-]+)(?::(\d{1,5}))?(?:\/version=[\d.]+)?$/.exec(said) ?? []
  return { host, port: Number(port) }
}
