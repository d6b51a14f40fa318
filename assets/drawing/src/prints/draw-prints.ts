import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { book } from './baoshengong/book.ts'
import { lane } from './baoshengong/lane.ts'
import { spinningHall } from './baoshengong/spinning-hall.ts'
import { bow } from './cai-jia-qihang/bow.ts'
import { luggage } from './cai-jia-qihang/luggage.ts'
import { waiting } from './cai-jia-qihang/waiting.ts'
import { walking } from './cai-jia-qihang/walking.ts'
import { inks, sheet, trim } from './cut.ts'
import { boy } from './deng-xixian/boy.ts'
import { marseille } from './deng-xixian/marseille.ts'
import { notice } from './deng-xixian/notice.ts'
import { steerage } from './deng-xixian/steerage.ts'
import { darkCity } from './er-liu-hongzha/dark-city.ts'
import { raid } from './er-liu-hongzha/raid.ts'
import { repair } from './er-liu-hongzha/repair.ts'
import { farewell } from './liufa-chuhai/farewell.ts'
import { gangway } from './liufa-chuhai/gangway.ts'
import { seaRoute } from './liufa-chuhai/sea-route.ts'
import { wharf } from './liufa-chuhai/wharf.ts'
import { floodWall } from './renmin-chengshi/flood-wall.ts'
import { kept } from './renmin-chengshi/kept.ts'
import { opened } from './renmin-chengshi/opened.ts'
import { threeWays } from './renmin-chengshi/three-ways.ts'
import { lampsByTheRiver } from './wang-xiaohe/lamps.ts'
import { letter } from './wang-xiaohe/letter.ts'
import { plant } from './wang-xiaohe/plant.ts'
import { strike } from './wang-xiaohe/strike.ts'
import { gateToday } from './yun-daiying/gate-today.ts'
import { glasses } from './yun-daiying/glasses.ts'
import { huts } from './yun-daiying/huts.ts'
import { silkMill } from './yun-daiying/silk-mill.ts'
import { globe } from './zhou-enlai/globe.ts'
import { shedDoor } from './zhou-enlai/shed-door.ts'
import { tender } from './zhou-enlai/tender.ts'
import { watch } from './zhou-enlai/watch.ts'

/** The prints under the sand, by story and chapter. */
export const prints = {
  'liufa-chuhai/matou': wharf,
  'liufa-chuhai/denglun': gangway,
  'liufa-chuhai/hailu': seaRoute,
  'liufa-chuhai/songbie': farewell,
  'cai-jia-qihang/xingli': luggage,
  'cai-jia-qihang/tongxing': walking,
  'cai-jia-qihang/chuantou': bow,
  'cai-jia-qihang/liangri': waiting,
  'deng-xixian/qishi': notice,
  'deng-xixian/shaonian': boy,
  'deng-xixian/tongcang': steerage,
  'deng-xixian/masai': marseille,
  'zhou-enlai/baoshang': watch,
  'zhou-enlai/jiebo': tender,
  'zhou-enlai/matou': shedDoor,
  'zhou-enlai/hangxian': globe,
  'yun-daiying/penghu': huts,
  'yun-daiying/sichang': silkMill,
  'yun-daiying/yanjing': glasses,
  'yun-daiying/changmen': gateToday,
  'wang-xiaohe/dianchang': plant,
  'wang-xiaohe/bagong': strike,
  'wang-xiaohe/xin': letter,
  'wang-xiaohe/deng': lampsByTheRiver,
  'er-liu-hongzha/hongzha': raid,
  'er-liu-hongzha/heian': darkCity,
  'er-liu-hongzha/qiangxiu': repair,
  'baoshengong/longtang': lane,
  'baoshengong/chejian': spinningHall,
  'baoshengong/shu': book,
  'renmin-chengshi/fangxunqiang': floodWall,
  'renmin-chengshi/kaile': opened,
  'renmin-chengshi/santiaodao': threeWays,
  'renmin-chengshi/liuxia': kept,
} as const

/**
 * Draws every story print as WebP, 1792×960.
 * @param outDir The folder `media/stories` of a pack; each story gets a folder of its own.
 * @param which Only the prints whose name begins so; all of them without it.
 * @returns The files written.
 */
export async function drawPrints(outDir: string, which = ''): Promise<readonly string[]> {
  const files: string[] = []
  for (const [name, draw] of Object.entries(prints)) {
    if (!name.startsWith(which)) continue
    const file = join(outDir, `${name}.webp`)
    await mkdir(join(file, '..'), { recursive: true })
    // Put in place whole: a pack that shares the file by a link keeps the print it has.
    await writeFile(`${file}.new`, await finished(draw()))
    await rename(`${file}.new`, file)
    files.push(file)
  }
  return files
}

/** Cuts the bent edge away and packs the picture. */
function finished(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg))
    .extract({ left: trim, top: trim, width: sheet.width, height: sheet.height })
    .flatten({ background: inks.ink })
    .webp({ quality: 84, smartSubsample: true })
    .toBuffer()
}
