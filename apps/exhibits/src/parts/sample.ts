import type { Station } from '@riverside/contract'
import { StationFile } from '@riverside/contract'

/** A station for the parts sheet: the file of a demonstration station, and a pack whose cover alone is written. */
export const sampleStation: Station = {
  file: StationFile.parse({
    station: {
      id: 'yangshupu',
      name: { zh: '杨树浦驿站', en: 'Yangshupu Station' },
      place: { zh: '秦皇岛路码头', en: 'Qinhuangdao Road Wharf' },
    },
    demonstration: true,
  }),
  pack: {
    hash: 'parts-sheet',
    pack: {
      cover: {
        format: 1,
        id: 'parts-sheet',
        version: '1.0.0',
        title: { zh: '一套刀法', en: 'One set of cuts' },
        credit: { zh: '本项目绘制', en: 'Drawn by this project' },
      },
      stops: [],
      nodes: [],
      scenes: [],
      suggestions: [],
      stories: [],
      cards: [],
      programmes: [],
    },
  },
  needsPin: false,
}
