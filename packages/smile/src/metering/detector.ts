/** Which nets judged a face. Every live quarter-hour carries it; it changes whenever a net, the crop or the threshold does. */
export const detectorVersion = 'blazeface-back-1+face-expression-1'

/** The same, with the version of a station's own thresholds where it has any. */
export const detectorVersionWith = (thresholds: { readonly version: string } | null): string =>
  thresholds === null ? detectorVersion : `${detectorVersion}+thresholds-${thresholds.version}`
