import { sandRules } from '@riverside/story'
import { raking, sandInks } from './sand-ink.ts'

/** One triangle that covers all there is to draw. */
export const wholeSheet = `#version 300 es
void main() {
  vec2 corner = vec2(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0);
  gl_Position = vec4(corner, 0.0, 1.0);
}`

const ink = ([r, g, b]: readonly [number, number, number]) =>
  `vec3(${[r, g, b].map((channel) => (channel / 255).toFixed(5)).join(', ')})`
const f = (value: number) => (Number.isInteger(value) ? `${value}.0` : `${value}`)

const head = `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
uniform sampler2D heights;
uniform ivec2 cells;`

/** The rules of sand-rules.ts, word for word: `bedOf`, `liftOf`, `shareOf`, `holdOf`. `places`: x, y, reach, bank; `ways`: ahead, film, carried. */
const pushing = `${head}
uniform sampler2D ground;
uniform vec4 places[${sandRules.pushesAtOnce}];
uniform vec4 ways[${sandRules.pushesAtOnce}];
uniform int pushes;

float bedOf(float apart, float reach, float film, float grain) {
  float lip = max(0.0, apart / reach - 0.72 + (grain - 0.5) * 0.14) / 0.28;
  return film + ${f(sandRules.depth)} * lip * lip;
}

float liftOf(float height, float bed, float within) { return max(0.0, height - bed) * min(1.0, within * 2.0); }

float holdOf(float height, float grain) {
  float lying = min(1.0, height / ${f(sandRules.depth)});
  return (0.04 + 0.96 * lying * lying) * (0.55 + 0.9 * grain);
}

float shareOf(vec2 away, float apart, float gap, float bank, vec2 ahead) {
  float facing = ahead == vec2(0.0) ? 0.5 : dot(away, ahead) / (apart == 0.0 ? 1.0 : apart);
  float fore = clamp(facing * 5.0 + 2.25, 0.0, 1.0);
  return fore * min(1.0, gap * 2.0) * (1.0 - gap / bank) * (0.45 + max(0.0, facing));
}

bool isInside(ivec2 cell) { return all(greaterThanEqual(cell, ivec2(0))) && all(lessThan(cell, cells)); }
`

/** One pixel for each push and each row of cells about it: what is lifted there, and the weights of who receives it. */
export const sumsShader = `${pushing}
out vec2 summed;

/** Under two touches at once the one that lifts more takes the sand; of two alike, the first. */
bool isTakenByAnother(vec2 middle, float height, float lift, float grain, int index) {
  for (int rival = 0; rival < pushes; rival += 1) {
    if (rival == index) continue;
    float apart = distance(middle, places[rival].xy);
    if (apart >= places[rival].z) continue;
    float other = liftOf(height, bedOf(apart, places[rival].z, ways[rival].z, grain), places[rival].z - apart);
    if (other > lift || (other == lift && rival < index)) return true;
  }
  return false;
}

void main() {
  int index = int(gl_FragCoord.x);
  vec4 place = places[index];
  vec4 way = ways[index];
  int far = int(ceil(place.z + place.w + 1.0));
  summed = vec2(0.0);
  int row = int(floor(place.y)) - far + int(gl_FragCoord.y);
  if (int(gl_FragCoord.y) > 2 * far) return;
  int left = int(floor(place.x)) - far;
  for (int column = left; column <= left + 2 * far; column += 1) {
    ivec2 cell = ivec2(column, row);
    vec2 middle = vec2(cell) + 0.5;
    vec2 away = middle - place.xy;
    float apart = length(away);
    if (apart > place.z + place.w) continue;
    bool inside = isInside(cell);
    float grain = inside ? texelFetch(ground, cell, 0).g : 0.5;
    float height = inside ? texelFetch(heights, cell, 0).r : 0.0;
    if (apart >= place.z) {
      float hold = inside ? holdOf(height, grain) : 1.0;
      summed.g += shareOf(away, apart, apart - place.z, place.w, way.xy) * hold;
    } else if (inside) {
      float lift = liftOf(height, bedOf(apart, place.z, way.z, grain), place.z - apart);
      if (lift > 0.0 && !isTakenByAnother(middle, height, lift, grain, index)) summed.r += lift;
    }
  }
}`

/** One pixel for each push: its rows together. */
export const totalsShader = `${head}
uniform sampler2D totals;
uniform int rowsSummed;
out vec2 summed;
void main() {
  summed = vec2(0.0);
  for (int row = 0; row < rowsSummed; row += 1) summed += texelFetch(totals, ivec2(int(gl_FragCoord.x), row), 0).rg;
}`

/** Every cell after a round of pushes. */
export const pushShader = `${pushing}
uniform sampler2D totals;
out float after;
void main() {
  ivec2 cell = ivec2(gl_FragCoord.xy);
  vec2 middle = vec2(cell) + 0.5;
  float height = texelFetch(heights, cell, 0).r;
  float lifted = 0.0;
  float laid = 0.0;
  for (int index = 0; index < pushes; index += 1) {
    vec4 place = places[index];
    vec2 away = middle - place.xy;
    if (max(abs(away.x), abs(away.y)) > place.z + place.w) continue;
    float apart = length(away);
    if (apart > place.z + place.w) continue;
    float grain = texelFetch(ground, cell, 0).g;
    if (apart < place.z) {
      lifted = max(lifted, liftOf(height, bedOf(apart, place.z, ways[index].z, grain), place.z - apart));
    } else {
      vec2 total = texelFetch(totals, ivec2(index, 0), 0).rg;
      if (total.r <= 0.0 || total.g <= 0.0) continue;
      float each = total.r * (1.0 - ways[index].w) / total.g;
      laid += each * shareOf(away, apart, apart - place.z, place.w, ways[index].xy) * holdOf(height, grain);
    }
  }
  after = height - lifted + laid;
  if (laid > 0.0) after = min(after, ${f(sandRules.crest)});
}`

const sliding = `${head}
uniform sampler2D ground;

/** What slides from one cell to the next at its right or below. */
float slideOf(ivec2 cell, ivec2 next) {
  float fall = texelFetch(heights, cell, 0).r - texelFetch(heights, next, 0).r;
  float steep = ${f(sandRules.repose)} * (0.8 + 0.4 * texelFetch(ground, cell, 0).g) + ${f(sandRules.grip)};
  float excess = abs(fall) - steep;
  return excess <= ${f(sandRules.settles)} ? 0.0 : sign(fall) * excess * ${f(sandRules.slide)};
}

float gainOf(ivec2 cell) {
  float gain = 0.0;
  if (cell.x > 0) gain += slideOf(cell - ivec2(1, 0), cell);
  if (cell.y > 0) gain += slideOf(cell - ivec2(0, 1), cell);
  if (cell.x + 1 < cells.x) gain -= slideOf(cell, cell + ivec2(1, 0));
  if (cell.y + 1 < cells.y) gain -= slideOf(cell, cell + ivec2(0, 1));
  return gain;
}
`

export const slumpShader = `${sliding}
out float after;
void main() {
  ivec2 cell = ivec2(gl_FragCoord.xy);
  after = texelFetch(heights, cell, 0).r + gainOf(cell);
}`

/** Draws only where a step would move something. */
export const stillShader = `${sliding}
out float moved;
void main() {
  ivec2 cell = ivec2(gl_FragCoord.xy);
  bool slides = (cell.x > 0 && slideOf(cell - ivec2(1, 0), cell) != 0.0) || (cell.y > 0 && slideOf(cell - ivec2(0, 1), cell) != 0.0);
  if (!slides) discard;
  moved = 1.0;
}`

export const levelShader = `${head}
uniform sampler2D ground;
uniform float reached;
uniform float pull;
out float after;
void main() {
  ivec2 cell = ivec2(gl_FragCoord.xy);
  float height = texelFetch(heights, cell, 0).r;
  vec2 rest = texelFetch(ground, cell, 0).rg;
  ivec2 inward = min(cell, cells - 1 - cell);
  float want = rest.r - height;
  bool comes = float(min(inward.x, inward.y)) + rest.g * ${f(sandRules.front)} <= reached;
  after = comes ? height + want * pull * (want > 0.0 ? 0.5 + rest.g : 1.0) : height;
}`

/** The rules of paintSand, for every pixel at once. */
export const sandShader = `${head}
uniform vec2 picture;
uniform int grainSize;
out vec4 shown;

float grainAt(ivec2 p, uint salt) {
  uint mixed = (uint(p.x) * 0x9e3779b1u) ^ (uint(p.y) * 0x85ebca77u) ^ (salt * 0xc2b2ae3du);
  mixed = (mixed ^ (mixed >> 16)) * 0x7feb352du;
  mixed = (mixed ^ (mixed >> 15)) * 0x846ca68bu;
  return float((mixed ^ (mixed >> 16)) >> 8) / 16777216.0;
}

float wave(vec2 place, uint salt) {
  vec2 w = place + 16.0;
  ivec2 p = ivec2(floor(w));
  vec2 t = smoothstep(0.0, 1.0, fract(w));
  float upper = mix(grainAt(p, salt), grainAt(p + ivec2(1, 0), salt), t.x);
  float lower = mix(grainAt(p + ivec2(0, 1), salt), grainAt(p + ivec2(1, 1), salt), t.x);
  return mix(upper, lower, t.y);
}

float waver(vec2 cell, uint salt) { return 0.55 * wave(cell / 9.0, salt) + 0.45 * wave(cell / 1.1, salt + 2u); }

float at(vec2 cell) { return texture(heights, (cell + 0.5) / vec2(cells)).r; }

vec3 inkOf(vec2 slope, float one, float two) {
  float lit = (${f(raking.light[2])} - slope.x * ${f(raking.light[0])} - slope.y * ${f(raking.light[1])}) / sqrt(1.0 + dot(slope, slope));
  float tone = lit + (one - 0.5) * ${f(raking.stipple)};
  if (one * two > ${f(raking.facet)}) {
    vec2 lean = slope + sin(vec2(one, two) * 4000.0) * ${f(raking.lean)};
    float spark = (${f(raking.light[2])} - lean.x * ${f(raking.light[0])} - lean.y * ${f(raking.light[1])}) / sqrt(1.0 + dot(lean, lean));
    if (spark > ${f(raking.spark)}) return ${ink(sandInks.glint)};
  }
  if (tone > ${f(raking.glare)}) return ${ink(sandInks.glare)};
  if (tone > ${f(raking.bright)}) return ${ink(sandInks.light)};
  if (tone <= ${f(raking.body)}) return tone > ${f(raking.shade)} ? ${ink(sandInks.shade)} : ${ink(sandInks.deep)};
  float lean = lit - ${f(raking.level)};
  if (two < 0.022 - lean * 0.25) return one < 0.25 ? ${ink(sandInks.deep)} : ${ink(sandInks.shade)};
  if (two > 0.955 - lean * 1.5) return one > 0.93 ? ${ink(sandInks.glare)} : ${ink(sandInks.light)};
  return ${ink(sandInks.body)};
}

void main() {
  vec2 pixel = vec2(gl_FragCoord.x, picture.y - gl_FragCoord.y);
  ivec2 grain = ivec2(floor(pixel)) / grainSize;
  float one = grainAt(grain, 1u);
  float two = grainAt(grain, 2u);
  vec2 straight = pixel / picture * vec2(cells) - 0.5;
  vec2 cell = straight + (vec2(waver(straight, 3u), waver(straight, 4u)) - 0.5) * ${f(raking.ragged * 2)} + (vec2(one, two) - 0.5) * 0.36;
  float height = at(cell);
  if (height > mix(${f(raking.veil)}, ${f(raking.cover)}, two)) {
    vec2 slope = vec2(at(cell + vec2(1, 0)) - at(cell - vec2(1, 0)), at(cell + vec2(0, 1)) - at(cell - vec2(0, 1))) / 2.0;
    shown = vec4(inkOf(slope, one, two), 1.0);
  } else if (two > 1.0 - ${f(raking.lost)} - max(0.0, height) * 0.1) {
    shown = vec4(one > 0.5 ? ${ink(sandInks.body)} : ${ink(sandInks.light)}, 1.0);
  } else {
    float near = (at(cell - vec2(1.5, 1.4)) - height) / 2.05;
    float far = (at(cell - vec2(3.0, 2.8)) - height) / 4.1;
    bool shaded = max(near, far) > ${f(raking.shades)} && one < 0.86;
    shown = shaded ? vec4(${ink(sandInks.shadow)}, 1.0) * (150.0 / 255.0) : vec4(0.0);
  }
}`
