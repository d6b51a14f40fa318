/** Which nets judged a face. Every live quarter-hour carries it; it changes whenever a net, the crop or the threshold does. */
export const detectorVersion = 'blazeface-back-1+face-expression-1'
