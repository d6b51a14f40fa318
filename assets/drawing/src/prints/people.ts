import { gouge, inks, limb, line, type Mark, poly, soft } from './cut.ts'

/**
 * Somebody seen from behind, cut as a silhouette. Feet at 0,0; about 240 high; y downwards, so the head is near −225.
 * Nobody: there is no face, and no likeness.
 */
export type Body = {
  /** Shapes that print together as one silhouette. */
  readonly solid: readonly string[]
  /** Lines cut back into it: folds, seams, fingers. */
  readonly cuts: readonly string[]
  /** Lines drawn thin: straps, braids of wicker. */
  readonly lines?: readonly string[]
  /** Cuts in what is waved, in the ink of the silhouette. */
  readonly folds?: readonly string[]
  /** What crosses the light parts: straps, in the ink of the silhouette. */
  readonly straps?: readonly string[]
  /** What is carried or waved, in the light ink. */
  readonly light?: readonly string[]
  /** The one cloth, where this body holds it. */
  readonly red?: readonly string[]
}

export type Hand = { readonly solid: readonly string[]; readonly cuts: readonly string[] }

/** Carries marks of a hand drawn upwards from its wrist at 0,0 to a wrist elsewhere. `turn` in degrees, `side` −1 mirrors. */
const placed = (wrist: Mark, turn: number, side: 1 | -1, size = 1) => {
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)]
  return ([x, y]: Mark): Mark => [
    wrist[0] + (x * side * cos - y * sin) * size,
    wrist[1] + (x * side * sin + y * cos) * size,
  ]
}

/** A flat hand, fingers apart. */
export function openHand(wrist: Mark, turn: number, side: 1 | -1): Hand {
  const to = placed(wrist, turn, side)
  return {
    solid: [
      soft(to([-4.6, 3]), to([-6.6, -6]), to([-7, -13]), to([0, -15.5]), to([6.4, -12]), to([6, -5]), to([4.4, 3])),
      limb(to([-5.4, -12]), 2.3, to([-8.4, -25]), 1.7),
      limb(to([-1.8, -13.5]), 2.4, to([-2.6, -29]), 1.7),
      limb(to([1.9, -13]), 2.3, to([3.4, -27]), 1.7),
      limb(to([5, -11]), 2, to([8.6, -21.5]), 1.5),
      limb(to([-5.2, -4]), 2.8, to([-13, -12.5]), 1.9),
    ],
    cuts: [],
  }
}

/** A closed hand that holds something upright: four fingers laid round it, thumb across. */
export function fist(wrist: Mark, turn: number, side: 1 | -1): Hand {
  const to = placed(wrist, turn, side)
  const knuckle = (x: number) => limb(to([x, -6]), 2.9, to([x * 1.04, -14.6]), 2.6)
  const gap = (x: number) => line(to([x, -15.5]), to([x * 0.96, -8.5]))
  return {
    solid: [
      soft(to([-4.6, 3]), to([-7.4, -4]), to([-7.6, -12]), to([0, -15]), to([7.4, -12]), to([6.6, -4]), to([4.4, 3])),
      ...[-5.6, -1.9, 1.9, 5.4].map(knuckle),
      limb(to([-7, -4]), 2.7, to([-1, -9.5]), 2.3),
    ],
    cuts: [gap(-3.7), gap(0), gap(3.7)],
  }
}

const sleeve = (shoulder: Mark, elbow: Mark, wrist: Mark, wide = 1): readonly string[] => [
  limb(shoulder, 11.5 * wide, elbow, 9 * wide),
  limb(elbow, 9 * wide, wrist, 7.4 * wide),
]

/** A handkerchief held by its corner, its other corners blown aside. */
function cloth([x, y]: Mark, side: 1 | -1, size: number): string {
  const to = (across: number, down: number): string =>
    `${(x + across * side * size).toFixed(1)} ${(y + down * size).toFixed(1)}`
  return `M${to(-1, 2)}C${to(7, -9)} ${to(17, -11)} ${to(24, -3)}C${to(29, 2)} ${to(33, -6)} ${to(40, -6)}C${to(37, 1)} ${to(40, 6)} ${to(36, 12)}C${to(30, 9)} ${to(27, 13)} ${to(25, 21)}C${to(19, 15)} ${to(14, 17)} ${to(9, 24)}C${to(7, 16)} ${to(3, 12)} ${to(-1, 2)}Z`
}

/** The folds of that cloth. */
const folds = ([x, y]: Mark, side: 1 | -1, size: number): readonly string[] => [
  gouge([x + 15 * side * size, y + 6 * size], 24 * size, 1.5 * size, side * 24),
  gouge([x + 26 * side * size, y + 2 * size], 15 * size, 1.2 * size, side * 8),
]

const shoes = (apart: number): readonly string[] => [
  soft([-apart - 9, 0], [-apart - 6, -7], [-apart + 6, -7], [-apart + 8, 0]),
  soft([apart - 8, 0], [apart - 6, -7], [apart + 6, -7], [apart + 9, 0]),
]

/** Long gown and felt hat, lifted high unless he stands still; a case in the other hand. */
export function gentleman(isGreeting = true): Body {
  const up: Mark = isGreeting ? [50, -262] : [40, -112]
  const hold = fist(up, isGreeting ? 8 : 182, 1)
  const low = fist([-42, -112], 176, 1)
  return {
    solid: [
      soft([-15, -226], [-12, -242], [0, -247], [13, -241], [15, -225], [10, -211], [0, -206], [-10, -211]),
      poly([-7, -214], [7, -214], [9, -196], [-9, -196]),
      soft(
        [-34, -180],
        [-24, -198],
        [0, -203],
        [24, -199],
        [35, -182],
        [36, -140],
        [39, -70],
        [47, -10],
        [20, -6],
        [0, -12],
        [-22, -6],
        [-46, -10],
        [-38, -70],
        [-35, -140],
      ),
      ...(isGreeting ? sleeve([27, -186], [52, -216], up, 0.94) : sleeve([28, -185], [42, -148], up, 0.94)),
      ...sleeve([-29, -184], [-41, -146], [-42, -114], 0.94),
      ...hold.solid,
      ...low.solid,
      ...shoes(16),
      ...(isGreeting
        ? [
            soft([30, -284], [40, -292], [54, -290], [74, -281], [88, -272], [62, -273]),
            soft([44, -287], [50, -309], [62, -306], [72, -301], [74, -281], [58, -283]),
          ]
        : [
            soft([-31, -227], [-14, -235], [14, -235], [31, -227], [14, -223], [-14, -223]),
            soft([-15, -232], [-13, -252], [0, -256], [13, -252], [15, -232], [0, -229]),
          ]),
      poly([-66, -96], [-18, -96], [-16, -54], [-68, -54]),
    ],
    cuts: [
      gouge([2, -90], 150, 3.4, 88),
      gouge([-18, -60], 90, 2.6, 94),
      gouge([21, -66], 104, 2.8, 85),
      gouge([0, -199], 20, 3, 2),
      isGreeting ? gouge([60, -285], 34, 2, 12) : gouge([0, -233], 28, 2, 1),
      gouge([-42, -80], 44, 2, 0),
      ...hold.cuts,
      ...low.cuts,
    ],
    lines: [line([-50, -96], [-49, -104], [-35, -104], [-34, -96])],
  }
}

/** Cropped hair, wide-sleeved jacket and long skirt; she waves a cloth. */
export function youngWoman(isRed: boolean): Body {
  const up: Mark = [43, -272]
  const hold = fist(up, 14, 1)
  const other = openHand([-47, -130], 196, -1)
  const corner: Mark = [46, -288]
  const waved = cloth(corner, 1, 1.5)
  return {
    solid: [
      soft([-18, -214], [-19, -232], [-9, -246], [6, -247], [18, -235], [19, -214], [12, -209], [0, -211], [-12, -208]),
      poly([-6, -214], [6, -214], [8, -196], [-8, -196]),
      soft(
        [-27, -186],
        [-18, -198],
        [0, -201],
        [18, -198],
        [28, -187],
        [27, -152],
        [34, -116],
        [18, -108],
        [0, -112],
        [-20, -108],
        [-34, -117],
        [-26, -152],
      ),
      soft([-28, -122], [28, -122], [35, -70], [45, -14], [22, -9], [0, -13], [-22, -9], [-45, -14], [-34, -70]),
      poly([14, -196], [34, -184], [66, -214], [52, -262], [26, -252], [32, -218]),
      limb([40, -248], 5.4, up, 4.6),
      poly([-16, -197], [-31, -184], [-58, -158], [-60, -138], [-36, -132], [-26, -150]),
      limb([-48, -146], 5, [-47, -132], 4.4),
      ...hold.solid,
      ...other.solid,
      ...shoes(13),
    ],
    cuts: [
      gouge([0, -228], 26, 2.6, 90),
      gouge([-8, -60], 92, 3, 92),
      gouge([10, -64], 86, 2.6, 87),
      gouge([26, -50], 70, 2.4, 80),
      gouge([-26, -48], 66, 2.4, 99),
      gouge([0, -113], 54, 2.6, 1),
      gouge([40, -256], 22, 2.2, 18),
      gouge([-48, -137], 20, 2, 10),
      ...hold.cuts,
    ],
    ...(isRed ? { red: [waved] } : { light: [waved] }),
    folds: folds(corner, 1, 1.5),
  }
}

/** A woman past fifty who holds herself straight: hair in a knot, long jacket, a bundle tied in cloth. */
export function mother(): Body {
  const low = fist([-40, -106], 178, 1)
  const rail = fist([50, -150], 70, 1)
  return {
    solid: [
      soft([-16, -204], [-14, -220], [0, -227], [14, -220], [17, -203], [10, -191], [0, -187], [-10, -191]),
      soft([-9, -193], [0, -199], [10, -193], [11, -182], [0, -176], [-10, -182]),
      soft(
        [-34, -164],
        [-25, -181],
        [0, -186],
        [25, -181],
        [35, -165],
        [33, -122],
        [41, -66],
        [20, -60],
        [0, -63],
        [-20, -60],
        [-41, -66],
        [-33, -122],
      ),
      poly([-24, -180], [-36, -162], [-52, -122], [-40, -112], [-26, -126], [-22, -150]),
      poly([23, -180], [36, -166], [58, -158], [52, -136], [34, -138], [26, -150]),
      ...low.solid,
      ...rail.solid,
      soft([-29, -68], [29, -68], [36, -10], [14, -6], [0, -9], [-14, -6], [-36, -10]),
      ...shoes(12),
    ],
    cuts: [
      gouge([0, -198], 20, 2.6, 0),
      gouge([1, -180], 10, 2, 0),
      gouge([0, -124], 88, 3, 90),
      gouge([-19, -110], 60, 2.4, 96),
      gouge([19, -110], 60, 2.4, 84),
      gouge([0, -64], 70, 2.6, 0),
      gouge([-10, -36], 44, 2.2, 94),
      gouge([11, -36], 44, 2.2, 86),
      ...low.cuts,
      ...rail.cuts,
    ],
    red: [
      soft(
        [-68, -62],
        [-58, -84],
        [-46, -90],
        [-41, -99],
        [-36, -90],
        [-24, -84],
        [-14, -62],
        [-20, -44],
        [-40, -38],
        [-62, -44],
      ),
    ],
    folds: [gouge([-48, -70], 34, 2, 70), gouge([-33, -70], 34, 2, 106), gouge([-41, -88], 14, 2, 0)],
  }
}

/** Two braids, wide sleeves, skirt to the calf; a wicker case in one hand. */
export function schoolgirl(): Body {
  const low = fist([40, -112], 182, -1)
  const other = openHand([-44, -134], 200, 1)
  return {
    solid: [
      soft([-16, -208], [-14, -224], [0, -231], [14, -224], [17, -207], [10, -195], [0, -191], [-10, -195]),
      limb([-8, -198], 4.6, [-13, -146], 2.8),
      limb([9, -198], 4.6, [13, -146], 2.8),
      poly([-6, -198], [6, -198], [8, -182], [-8, -182]),
      soft(
        [-27, -172],
        [-18, -185],
        [0, -188],
        [18, -185],
        [28, -173],
        [27, -140],
        [32, -108],
        [16, -102],
        [0, -105],
        [-16, -102],
        [-32, -108],
        [-27, -140],
      ),
      poly([-18, -184], [-32, -170], [-56, -148], [-54, -130], [-34, -130], [-25, -146]),
      poly([18, -184], [34, -168], [52, -130], [40, -116], [28, -128], [25, -150]),
      soft([-28, -112], [28, -112], [38, -38], [18, -33], [0, -36], [-18, -33], [-38, -38]),
      limb([-12, -36], 6, [-12, -8], 4.6),
      limb([13, -36], 6, [13, -8], 4.6),
      ...low.solid,
      ...other.solid,
      ...shoes(13),
      poly([16, -94], [66, -94], [68, -54], [14, -54]),
    ],
    cuts: [
      gouge([0, -212], 34, 2.4, 90),
      gouge([-6.5, -168], 46, 1.8, 97),
      gouge([-17, -166], 42, 1.8, 96),
      gouge([6.5, -168], 46, 1.8, 84),
      gouge([17, -166], 42, 1.8, 85),
      gouge([0, -106], 54, 2.6, 0),
      gouge([-14, -72], 58, 2.4, 96),
      gouge([0, -72], 60, 2.6, 90),
      gouge([15, -72], 58, 2.4, 84),
      gouge([41, -82], 48, 1.8, 0),
      gouge([41, -70], 48, 1.8, 0),
      gouge([41, -60], 48, 1.8, 0),
      ...low.cuts,
    ],
  }
}

/** Bent by age: a knot of hair low on the neck, broad jacket, trousers tied at the ankle, one hand half raised. */
export function oldWoman(): Body {
  const up: Mark = [46, -192]
  const hand = openHand(up, 20, -1)
  const stick = fist([-44, -104], 172, 1)
  return {
    solid: [
      soft([-16, -190], [-13, -206], [0, -211], [14, -205], [17, -189], [11, -176], [0, -172], [-11, -176]),
      soft([-8, -178], [0, -184], [9, -178], [10, -167], [0, -161], [-9, -167]),
      soft(
        [-38, -146],
        [-27, -166],
        [-6, -172],
        [12, -171],
        [31, -162],
        [39, -142],
        [39, -104],
        [46, -62],
        [24, -55],
        [0, -59],
        [-24, -55],
        [-46, -62],
        [-39, -104],
      ),
      poly([20, -166], [38, -150], [62, -168], [52, -194], [38, -184], [34, -172]),
      limb([46, -182], 5, up, 4.4),
      poly([-24, -164], [-38, -150], [-58, -122], [-46, -106], [-32, -118], [-28, -136]),
      ...hand.solid,
      ...stick.solid,
      soft([-24, -64], [-4, -64], [-6, -12], [-18, -10]),
      soft([4, -64], [24, -64], [18, -10], [6, -12]),
      soft([-21, 0], [-19, -11], [-7, -11], [-5, 0]),
      soft([5, 0], [7, -11], [19, -11], [21, 0]),
      limb([-43, -116], 2.6, [-50, -1], 2.4),
    ],
    cuts: [
      gouge([0, -183], 20, 2.6, -3),
      gouge([1, -165], 10, 2, 0),
      gouge([-2, -112], 84, 3, 90),
      gouge([-22, -92], 58, 2.6, 97),
      gouge([24, -96], 62, 2.4, 83),
      gouge([0, -63], 74, 2.4, 1),
      gouge([49, -186], 24, 2, -40),
      ...stick.cuts,
    ],
  }
}

/** Peaked cap, buttoned student jacket, a bedroll on his back; he waves a handkerchief unless he stands still. */
export function student(isWaving = true): Body {
  const up: Mark = isWaving ? [-46, -268] : [-40, -112]
  const hold = fist(up, isWaving ? -12 : 178, isWaving ? -1 : 1)
  return {
    solid: [
      soft([-14, -218], [-13, -232], [0, -238], [13, -232], [15, -217], [9, -205], [0, -201], [-9, -205]),
      soft([-19, -226], [-17, -240], [-2, -247], [15, -243], [21, -230], [16, -225], [0, -228]),
      poly([12, -230], [27, -226], [26, -221], [10, -224]),
      poly([-7, -208], [7, -208], [9, -192], [-9, -192]),
      soft(
        [-33, -178],
        [-24, -194],
        [0, -198],
        [24, -195],
        [34, -180],
        [32, -138],
        [33, -102],
        [14, -96],
        [-14, -96],
        [-33, -102],
        [-31, -138],
      ),
      ...(isWaving ? sleeve([-27, -184], [-54, -216], up, 0.9) : sleeve([-28, -182], [-41, -148], up, 0.88)),
      ...sleeve([28, -182], [42, -158], [32, -150], 0.84),
      ...hold.solid,
      soft([-30, -104], [-2, -104], [-4, -50], [-6, -8], [-24, -8], [-27, -50]),
      soft([2, -104], [31, -104], [29, -50], [27, -8], [8, -8], [5, -50]),
      ...shoes(15),
    ],
    cuts: [
      gouge([0, -197], 24, 2.4, 1),
      gouge([-16, -54], 74, 2.4, 91),
      gouge([17, -54], 74, 2.4, 89),
      gouge([0, -228], 34, 2.2, -3),
      gouge([1, -60], 84, 3, 90),
      ...hold.cuts,
    ],
    light: [
      ...(isWaving ? [cloth([-47, -284], -1, 1.1)] : []),
      soft([-36, -176], [-32, -187], [30, -187], [36, -176], [36, -158], [31, -149], [-31, -149], [-36, -158]),
    ],
    ...(isWaving ? { folds: folds([-47, -284], -1, 1.1) } : {}),
    straps: [line([-18, -190], [-18, -147]), line([18, -190], [18, -147])],
  }
}

/** A docker under a broad straw hat, carrying-pole across his shoulders, his hands laid over it. */
export function porter(): Body {
  const left = fist([-46, -196], 150, 1)
  const right = fist([48, -194], 210, -1)
  const load = (x: number): readonly string[] => [
    soft([x - 40, -58], [x - 30, -84], [x, -90], [x + 31, -83], [x + 40, -56], [x + 34, -26], [x, -18], [x - 34, -27]),
  ]
  return {
    solid: [
      soft([-12, -214], [0, -226], [12, -214], [9, -203], [-9, -203]),
      poly([-50, -214], [-4, -246], [4, -246], [51, -213], [26, -207], [0, -205], [-26, -207]),
      poly([-8, -208], [8, -208], [11, -190], [-11, -190]),
      soft(
        [-36, -174],
        [-26, -193],
        [0, -197],
        [26, -193],
        [37, -175],
        [31, -136],
        [29, -108],
        [0, -102],
        [-29, -108],
        [-30, -136],
      ),
      ...sleeve([-28, -182], [-58, -166], [-48, -190], 0.92),
      ...sleeve([29, -182], [60, -164], [50, -188], 0.92),
      ...left.solid,
      ...right.solid,
      soft([-29, -112], [-1, -112], [-4, -72], [-22, -66], [-30, -80]),
      soft([1, -112], [30, -112], [31, -80], [22, -66], [4, -72]),
      limb([-18, -70], 9, [-22, -38], 8),
      limb([-22, -38], 8.6, [-20, -6], 5),
      limb([18, -70], 9, [21, -38], 8),
      limb([21, -38], 8.6, [19, -6], 5),
      ...shoes(20),
      soft([-138, -196], [-70, -205], [0, -206], [72, -204], [140, -194], [72, -198], [0, -200], [-70, -199]),
      ...load(-124),
      ...load(126),
    ],
    cuts: [
      gouge([-24, -222], 46, 2.4, -34),
      gouge([22, -224], 48, 2.4, 34),
      gouge([0, -226], 30, 2.2, 90),
      gouge([0, -148], 70, 2.8, 90),
      gouge([-17, -140], 44, 2.2, 96),
      gouge([17, -138], 44, 2.2, 84),
      gouge([0, -106], 50, 2.6, 1),
      gouge([-124, -54], 66, 2.6, 4),
      gouge([-124, -54], 62, 2.6, 86),
      gouge([126, -54], 66, 2.6, -6),
      gouge([126, -54], 62, 2.6, 94),
      ...left.cuts,
      ...right.cuts,
    ],
    lines: [
      line([-132, -196], [-124, -88]),
      line([-132, -196], [-148, -80]),
      line([134, -194], [126, -88]),
      line([134, -194], [150, -80]),
    ],
  }
}

/** A child with one braid, on tiptoe, both arms up. */
export function child(): Body {
  const left = openHand([-34, -166], -18, 1)
  const right = openHand([30, -172], 16, -1)
  return {
    solid: [
      soft([-15, -128], [-13, -144], [0, -150], [13, -144], [16, -127], [10, -115], [0, -112], [-10, -115]),
      limb([2, -120], 4.4, [7, -84], 2.6),
      soft(
        [-26, -94],
        [-19, -108],
        [0, -112],
        [19, -108],
        [27, -93],
        [30, -62],
        [35, -34],
        [0, -28],
        [-35, -34],
        [-30, -62],
      ),
      ...sleeve([-20, -98], [-33, -124], [-33, -152], 0.72),
      ...sleeve([20, -98], [34, -126], [30, -158], 0.72),
      limb([-33, -152], 4.4, [-34, -164], 4),
      limb([30, -158], 4.4, [30, -170], 4),
      ...left.solid,
      ...right.solid,
      limb([-12, -34], 8, [-12, -8], 5.4),
      limb([12, -34], 8, [12, -8], 5.4),
      soft([-18, 0], [-16, -10], [-7, -10], [-6, 0]),
      soft([6, 0], [7, -10], [16, -10], [18, 0]),
    ],
    cuts: [
      gouge([0, -138], 24, 2, 92),
      gouge([-12, -62], 40, 2.2, 95),
      gouge([13, -62], 40, 2.2, 86),
      gouge([6, -100], 16, 1.6, 0),
      gouge([6, -90], 12, 1.6, 0),
    ],
  }
}

/** A broad man in a short jacket and round cap with a child riding on his shoulders. */
export function fatherAndChild(): Body {
  const waving = openHand([27, -318], 18, -1)
  const ankles = [fist([-20, -186], 190, 1), fist([21, -186], 170, -1)]
  return {
    solid: [
      soft([-15, -218], [-14, -232], [0, -238], [14, -232], [16, -217], [10, -204], [0, -200], [-10, -204]),
      soft(
        [-39, -176],
        [-28, -193],
        [0, -198],
        [28, -193],
        [40, -177],
        [38, -134],
        [41, -88],
        [0, -80],
        [-41, -88],
        [-37, -134],
      ),
      ...sleeve([-33, -180], [-54, -158], [-26, -176], 0.96),
      ...sleeve([34, -180], [55, -158], [27, -176], 0.96),
      ...ankles.flatMap((hand) => hand.solid),
      soft([-36, -92], [-2, -92], [-5, -46], [-8, -8], [-28, -8], [-33, -46]),
      soft([2, -92], [37, -92], [34, -46], [29, -8], [9, -8], [6, -46]),
      ...shoes(18),
      limb([-13, -232], 8, [-20, -190], 5),
      limb([13, -232], 8, [20, -190], 5),
      soft([-20, -258], [-14, -272], [0, -276], [14, -272], [21, -258], [22, -234], [0, -226], [-22, -234]),
      soft([-12, -292], [-9, -304], [0, -308], [10, -303], [13, -291], [8, -280], [0, -277], [-8, -280]),
      soft([-14, -296], [-11, -311], [0, -316], [11, -311], [15, -296], [0, -299]),
      ...sleeve([15, -266], [30, -286], [27, -308], 0.6),
      ...sleeve([-15, -264], [-24, -250], [-12, -240], 0.58),
      ...waving.solid,
    ],
    cuts: [
      gouge([0, -138], 84, 3, 90),
      gouge([-20, -128], 60, 2.4, 95),
      gouge([21, -126], 60, 2.4, 85),
      gouge([0, -86], 62, 2.6, 0),
      gouge([0, -297], 24, 2, 0),
      gouge([0, -228], 30, 2.6, 0),
      gouge([-12, -214], 40, 2, 84),
      gouge([13, -214], 40, 2, 96),
      ...ankles.flatMap((hand) => hand.cuts),
    ],
  }
}

/** The boy of the long voyage: cap, short jacket, a small case at his side, one hand on the rail. */
export function boyWithCase(): Body {
  const rail = fist([45, -146], 96, 1)
  const low = fist([-35, -96], 178, 1)
  return {
    solid: [
      soft([-15, -194], [-13, -209], [0, -215], [13, -209], [16, -193], [10, -181], [0, -177], [-10, -181]),
      soft([-20, -203], [-17, -216], [-1, -223], [15, -218], [21, -205], [15, -200], [0, -204]),
      poly([-8, -203], [-27, -198], [-26, -194], [-8, -198]),
      poly([-6, -184], [6, -184], [8, -170], [-8, -170]),
      soft(
        [-28, -158],
        [-20, -172],
        [0, -176],
        [20, -172],
        [29, -159],
        [28, -126],
        [30, -92],
        [0, -86],
        [-30, -92],
        [-27, -126],
      ),
      ...sleeve([-23, -162], [-33, -128], [-34, -102], 0.76),
      ...sleeve([23, -162], [40, -138], [42, -146], 0.76),
      ...rail.solid,
      ...low.solid,
      soft([-26, -96], [-1, -96], [-4, -50], [-6, -8], [-21, -8], [-24, -50]),
      soft([2, -96], [28, -96], [25, -50], [22, -8], [7, -8], [5, -50]),
      ...shoes(13),
      poly([-62, -78], [-12, -78], [-10, -42], [-64, -42]),
    ],
    cuts: [
      gouge([0, -126], 70, 2.6, 90),
      gouge([0, -175], 18, 2, 0),
      gouge([0, -204], 32, 2, 0),
      gouge([0, -90], 48, 2.4, 0),
      gouge([2, -50], 70, 2.6, 90),
      gouge([-37, -62], 48, 2, 0),
      ...rail.cuts,
      ...low.cuts,
    ],
    lines: [line([-46, -78], [-45, -86], [-29, -86], [-28, -78])],
  }
}

export type Standing = {
  readonly at: Mark
  readonly size: number
  readonly mirrored?: boolean
  readonly ink: string
  /** The colour cut round the silhouette and back into it. */
  readonly edge: string
  /** The ink of what is waved and carried; paper unless told. */
  readonly light?: string
  /** Width of that edge in the body's own units. */
  readonly edgeWidth?: number
}

/** Prints a body where it stands. */
export function stand(
  body: Body,
  { at: [x, y], size, mirrored = false, ink, edge, light = inks.paper, edgeWidth = 2.2 }: Standing,
): string {
  const whole = body.solid.map((shape) => `<path d="${shape}"/>`).join('')
  const held = (shapes: readonly string[] | undefined, fill: string) =>
    shapes ? `<path fill="${fill}" stroke="${ink}" stroke-width="1.4" d="${shapes.join('')}"/>` : ''
  const lines = body.lines ? `<path fill="none" stroke="${edge}" stroke-width="1.8" d="${body.lines.join('')}"/>` : ''
  const straps = body.straps ? `<path fill="none" stroke="${ink}" stroke-width="4" d="${body.straps.join('')}"/>` : ''
  const folded = body.folds ? `<path fill="${ink}" d="${body.folds.join('')}"/>` : ''
  const cuts = body.cuts
    .map((cut) =>
      cut.includes('Q')
        ? `<path fill="${edge}" d="${cut}"/>`
        : `<path fill="none" stroke="${edge}" stroke-width="1" d="${cut}"/>`,
    )
    .join('')
  return `<g transform="translate(${x} ${y}) scale(${mirrored ? -size : size} ${size})"><g fill="${edge}" stroke="${edge}" stroke-width="${edgeWidth * 2}" stroke-linejoin="round">${whole}</g><g fill="${ink}">${whole}</g>${held(body.red, inks.red)}${held(body.light, light)}${straps}${folded}${cuts}${lines}</g>`
}
