/** Points a millimetre. */
const point = 72 / 25.4

/**
 * Pages of one picture each as a PDF 1.4: JPEG with its bleed, MediaBox and BleedBox of the sheet, TrimBox and CropBox of the card.
 * `size` in millimetres of the trimmed card.
 */
export function picturesPdf(
  pages: ReadonlyArray<{ readonly jpeg: Uint8Array; readonly width: number; readonly height: number }>,
  size: { readonly width: number; readonly height: number; readonly bleed: number },
): Blob {
  const parts: Array<Uint8Array<ArrayBuffer>> = []
  const starts: number[] = []
  let length = 0
  const add = (part: string | Uint8Array): void => {
    const bytes = typeof part === 'string' ? latin(part) : new Uint8Array(part)
    parts.push(bytes)
    length += bytes.length
  }
  const object = (body: string, stream?: Uint8Array): void => {
    starts.push(length)
    add(`${starts.length} 0 obj\n${body}\n`)
    if (stream) {
      add('stream\n')
      add(stream)
      add('\nendstream\n')
    }
    add('endobj\n')
  }
  const box = (from: number, wide: number, high: number): string =>
    `[${[from, from, wide - from, high - from].map((at) => Math.round(at * 1000) / 1000).join(' ')}]`
  const [wide, high] = [(size.width + 2 * size.bleed) * point, (size.height + 2 * size.bleed) * point]
  const trim = box(size.bleed * point, wide, high)
  add('%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n')
  object('<< /Type /Catalog /Pages 2 0 R >>')
  object(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${3 + at * 3} 0 R`).join(' ')}] >>`)
  pages.forEach(({ jpeg, width, height }, at) => {
    const own = 3 + at * 3
    const drawing = latin(`q ${Math.round(wide * 1000) / 1000} 0 0 ${Math.round(high * 1000) / 1000} 0 0 cm /P Do Q`)
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox ${box(0, wide, high)} /BleedBox ${box(0, wide, high)} /TrimBox ${trim} /CropBox ${trim} /Resources << /XObject << /P ${own + 2} 0 R >> >> /Contents ${own + 1} 0 R >>`,
    )
    object(`<< /Length ${drawing.length} >>`, drawing)
    object(
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>`,
      jpeg,
    )
  })
  const table = length
  const rows = starts.map((start) => `${`000000000${start}`.slice(-10)} 00000 n \n`).join('')
  add(`xref\n0 ${starts.length + 1}\n0000000000 65535 f \n${rows}`)
  add(`trailer\n<< /Size ${starts.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`)
  return new Blob(parts, { type: 'application/pdf' })
}

const latin = (text: string): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
  return bytes
}
