import { calmSky } from './corridor.ts'
import { previewFace } from './mosaic.ts'
import { noLayer } from './pages.ts'
import { texelsAPixel } from './sight.ts'

const float = (value: number): string => value.toFixed(4)

/**
 * One triangle larger than the screen: no edge crosses the picture. On a screen the lens says where a pixel looks; in a headset the camera
 * of each eye does, whose world has its depth the other way about.
 */
export const vertexShader = /* glsl */ `
  uniform vec2 lens;
  uniform bool inHeadset;
  varying vec2 place;
  varying vec3 eye;
  void main() {
    place = position.xy;
    eye = vec3(place * lens, 1.0);
    if (inHeadset) {
      vec4 seen = inverse(projectionMatrix) * vec4(place, 1.0, 1.0);
      eye = transpose(mat3(viewMatrix)) * (seen.xyz / -seen.z) * vec3(1.0, 1.0, -1.0);
    }
    gl_Position = vec4(position.xy, 1.0, 1.0);
  }
`

/**
 * One ray for each pixel. An untiled picture gets one bilinear tap, no derivatives: the join at its back cannot be seen. For a tiled one
 * the ray finds its face and the level that has texels enough, the table finds the finest tile that is there, and the pool is tapped
 * within that tile and its gutter. Colours go through as stored. Spheres: now from, now to, past from, past to.
 */
export const fragmentShader = /* glsl */ `
  precision highp float;
  precision highp int;
  precision highp sampler2D;
  precision highp sampler2DArray;
  precision highp usampler2D;
  varying vec2 place;
  varying vec3 eye;
  uniform mat3 toWorld;
  uniform bool inHeadset;
  uniform float focal;
  uniform sampler2D picture0;
  uniform sampler2D picture1;
  uniform sampler2D picture2;
  uniform sampler2D picture3;
  uniform sampler2DArray tiles;
  uniform sampler2DArray previews;
  uniform usampler2D table;
  /** For each sphere: its heading, the row it has in the table or less than 0 where it is untiled, the pixels of its face and its gutter. */
  uniform vec4 spheres[4];
  /** For each of the two places: metres gone, to the quay, to the other bank and to the water. */
  uniform vec4 stands[2];
  uniform float border;
  uniform vec2 shares;
  uniform vec2 forward;
  const float PI = 3.14159265358979;

  vec3 seenFrom(vec3 ray, vec4 stand) {
    float starboard = ray.x * forward.y - ray.z * forward.x;
    float nearness = max(max(-starboard / stand.y, starboard / stand.z), -ray.y / stand.w);
    float part = clamp((ray.y - ${float(calmSky.begins)}) / ${float(calmSky.still - calmSky.begins)}, 0.0, 1.0);
    float calm = 1.0 - part * part * (3.0 - 2.0 * part);
    float shift = stand.x * nearness * calm;
    float held = shift / (1.0 + abs(shift));
    return vec3(ray.x + forward.x * held, ray.y, ray.z + forward.y * held);
  }

  vec3 untiled(sampler2D picture, vec3 ray, float heading) {
    float across = atan(ray.x, ray.z) / (2.0 * PI) + 0.5 - heading / (2.0 * PI);
    float down = 0.5 - atan(ray.y, length(ray.xz)) / PI;
    return textureLod(picture, vec2(across, down), 0.0).rgb;
  }

  vec3 tiled(vec4 sphere, vec3 ray, float q) {
    float c = cos(sphere.x), s = sin(sphere.x);
    vec3 way = vec3(ray.x * c - ray.z * s, ray.y, ray.x * s + ray.z * c);
    vec3 size = abs(way);
    int face;
    vec2 at;
    if (size.z >= size.x && size.z >= size.y) {
      face = way.z > 0.0 ? 0 : 2;
      at = vec2(way.z > 0.0 ? way.x : -way.x, -way.y) / size.z;
    } else if (size.x >= size.y) {
      face = way.x > 0.0 ? 1 : 3;
      at = vec2(way.x > 0.0 ? -way.z : way.z, -way.y) / size.x;
    } else {
      face = way.y > 0.0 ? 4 : 5;
      at = vec2(way.x, way.y > 0.0 ? way.z : -way.z) / size.y;
    }
    int row = int(sphere.y);
    int finest = int(sphere.z);
    int last = 0;
    for (int along = finest; along > 512; along /= 2) last += 1;
    float texels = sphere.z / 2.0 * pow((1.0 + dot(at, at)) / q, 0.75) / focal;
    int level = clamp(last - int(floor(log2(texels / ${float(texelsAPixel)}))), 0, last);
    vec2 share = at * 0.5 + 0.5;
    uvec2 found = uvec2(${noLayer}u, 0u);
    // Where the level asked for is not there, the next finer one may be.
    for (int finer = 0; finer < 2; finer += 1) {
      int tried = level + finer;
      if (tried > last) break;
      int along = finest >> (last - tried);
      ivec2 tile = min(ivec2(share * float(along)) / 512, (along - 1) / 512);
      int entry = 2 * ((1 << (2 * tried)) - 1) + (face << (2 * tried)) + (tile.y << tried) + tile.x;
      uvec2 there = texelFetch(table, ivec2(entry, row), 0).rg;
      if (finer == 0 || there.g == uint(tried)) found = there;
      if (found.g == uint(tried)) break;
    }
    if (found.r == ${noLayer}u) {
      float inside = clamp(share.x * ${float(previewFace)}, 0.5, ${float(previewFace - 0.5)});
      float down = clamp(share.y, ${float(0.5 / previewFace)}, ${float(1 - 0.5 / previewFace)});
      return textureLod(previews, vec3((float(face) + inside / ${float(previewFace)}) / 6.0, down, float(row)), 0.0).rgb;
    }
    int along = finest >> (last - int(found.g));
    vec2 pixel = share * float(along);
    vec2 corner = vec2(min(ivec2(pixel) / 512, (along - 1) / 512) * 512);
    return textureLod(tiles, vec3((pixel - corner + sphere.w) / vec2(textureSize(tiles, 0).xy), float(found.r)), 0.0).rgb;
  }

  vec3 sphere(int index, vec3 ray, float q) {
    vec4 which = spheres[index];
    if (which.y >= 0.0) return tiled(which, ray, q);
    if (index == 0) return untiled(picture0, ray, which.x);
    if (index == 1) return untiled(picture1, ray, which.x);
    if (index == 2) return untiled(picture2, ray, which.x);
    return untiled(picture3, ray, which.x);
  }

  void main() {
    vec3 ray = normalize(toWorld * eye);
    float q = inHeadset ? 1.0 : dot(eye, eye);
    bool past = place.x < border;
    float share = past ? shares.y : shares.x;
    int first = past ? 2 : 0;
    vec3 ink = vec3(0.0);
    if (share < 1.0) ink = sphere(first, seenFrom(ray, stands[0]), q);
    if (share > 0.0) ink = mix(ink, sphere(first + 1, seenFrom(ray, stands[1]), q), share);
    gl_FragColor = vec4(ink, 1.0);
  }
`
