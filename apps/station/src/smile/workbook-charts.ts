import { cardInks } from '@riverside/postcard'
import { escaped } from './workbook-sheet.ts'

/** A chart of a workbook and where it lies, in cells from the upper left corner of the sheet. */
export type Chart = {
  readonly xml: string
  readonly at: { readonly column: number; readonly row: number; readonly columns: number; readonly rows: number }
}

/** One series: its name, its ink, and the cells it is drawn from, so that it follows them. A limit is a thin dashed line. */
type Series = {
  readonly name: string
  readonly ink: keyof typeof cardInks
  readonly values: string
  readonly isLimit?: boolean
}

/** Cells of one column of a sheet, `明细!$K$2:$K$16`. */
export const rangeOf = (sheet: string, letter: string, from: number, to: number): string =>
  `${sheet}!$${letter}$${from}:$${letter}$${to}`

/** Shares over time. Where a cell is empty the line has a gap. */
export const lineChart = (title: string, times: string, series: readonly Series[]): string =>
  chart(
    title,
    `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series
      .map(
        ({ name, ink, values, isLimit }, at) =>
          `<c:ser>${nameOf(name, at)}<c:spPr><a:ln w="${isLimit ? 9525 : 28575}" cap="rnd">${fill(ink)}${isLimit ? '<a:prstDash val="dash"/>' : ''}</a:ln></c:spPr>${isLimit ? '<c:marker><c:symbol val="none"/></c:marker>' : `<c:marker><c:symbol val="circle"/><c:size val="5"/><c:spPr>${fill(ink)}</c:spPr></c:marker>`}<c:cat><c:numRef><c:f>${times}</c:f></c:numRef></c:cat><c:val><c:numRef><c:f>${values}</c:f></c:numRef></c:val><c:smooth val="0"/></c:ser>`,
      )
      .join('')}<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>`,
    { number: '0%', category: 'mm\\-dd' },
  )

/** Columns side by side, one group for each name. */
export const barChart = (title: string, names: string, series: readonly Series[], number: string): string =>
  chart(
    title,
    `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series
      .map(
        ({ name, ink, values }, at) =>
          `<c:ser>${nameOf(name, at)}<c:spPr>${fill(ink)}</c:spPr><c:invertIfNegative val="0"/><c:cat><c:strRef><c:f>${names}</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>${values}</c:f></c:numRef></c:val></c:ser>`,
      )
      .join('')}<c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>`,
    { number, category: 'General' },
  )

/** Puts the charts of a sheet in their places. */
export const drawingOf = (charts: readonly Chart[]): string =>
  `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${charts
    .map(({ at }, index) => {
      const corner = (column: number, row: number) =>
        `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`
      return `<xdr:twoCellAnchor><xdr:from>${corner(at.column, at.row)}</xdr:from><xdr:to>${corner(at.column + at.columns, at.row + at.rows)}</xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="图 ${index + 1}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId${index + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
    })
    .join('')}</xdr:wsDr>`

const fill = (ink: keyof typeof cardInks): string =>
  `<a:solidFill><a:srgbClr val="${cardInks[ink].slice(1)}"/></a:solidFill>`

const nameOf = (name: string, at: number): string =>
  `<c:idx val="${at}"/><c:order val="${at}"/><c:tx><c:v>${escaped(name)}</c:v></c:tx>`

function chart(title: string, plot: string, formats: { readonly number: string; readonly category: string }): string {
  const letters = (size: number, isBold: boolean) =>
    `<a:defRPr sz="${size}" b="${isBold ? 1 : 0}">${fill('ink')}</a:defRPr>`
  return `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr>${letters(1300, true)}</a:pPr><a:r><a:rPr lang="zh-CN" sz="1300" b="1">${fill('ink')}</a:rPr><a:t>${escaped(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot}<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="${formats.category}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="2"/><c:crosses val="autoZero"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="C9D6D3"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="${formats.number}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/><c:crosses val="autoZero"/></c:valAx></c:plotArea><c:legend><c:legendPos val="t"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr></c:chartSpace>`
}
