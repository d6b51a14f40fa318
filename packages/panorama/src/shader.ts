import { calmSky, corridor } from './corridor.ts'

const float = (value: number): string => value.toFixed(4)

/** One triangle larger than the screen: no edge crosses the picture. */
export const vertexShader = /* glsl */ `
  varying vec2 place;
  void main() {
    place = position.xy;
    gl_Position = vec4(position.xy, 1.0, 1.0);
  }
`

/**
 * One ray for each pixel, one bilinear tap for each picture on show, no derivatives: the join at the back of the picture cannot be seen.
 * Colours go through as stored.
 */
export const fragmentShader = /* glsl */ `
  precision highp float;
  precision highp sampler2D;
  varying vec2 place;
  uniform mat3 toWorld;
  uniform vec2 lens;
  uniform sampler2D nowFrom;
  uniform sampler2D nowTo;
  uniform sampler2D pastFrom;
  uniform sampler2D pastTo;
  uniform float border;
  uniform float fromTurn;
  uniform float toTurn;
  uniform float fromGone;
  uniform float toGone;
  uniform float nowShare;
  uniform float pastShare;
  uniform vec2 forward;
  const float PI = 3.14159265358979;

  vec3 seenFrom(vec3 ray, float gone) {
    float starboard = ray.x * forward.y - ray.z * forward.x;
    float nearness = max(max(-starboard / ${float(corridor.quay)}, starboard / ${float(corridor.otherBank)}), -ray.y / ${float(corridor.water)});
    float part = clamp((ray.y - ${float(calmSky.begins)}) / ${float(calmSky.still - calmSky.begins)}, 0.0, 1.0);
    float calm = 1.0 - part * part * (3.0 - 2.0 * part);
    float shift = gone * nearness * calm;
    float held = shift / (1.0 + abs(shift));
    return vec3(ray.x + forward.x * held, ray.y, ray.z + forward.y * held);
  }

  vec3 tap(sampler2D picture, vec3 ray, float turn) {
    float across = atan(ray.x, ray.z) / (2.0 * PI) + 0.5 - turn;
    float down = 0.5 - atan(ray.y, length(ray.xz)) / PI;
    return textureLod(picture, vec2(across, down), 0.0).rgb;
  }

  void main() {
    vec3 ray = normalize(toWorld * vec3(place * lens, 1.0));
    bool past = place.x < border;
    float share = past ? pastShare : nowShare;
    vec3 ink = vec3(0.0);
    if (share < 1.0) {
      vec3 seen = seenFrom(ray, fromGone);
      ink = past ? tap(pastFrom, seen, fromTurn) : tap(nowFrom, seen, fromTurn);
    }
    if (share > 0.0) {
      vec3 seen = seenFrom(ray, toGone);
      ink = mix(ink, past ? tap(pastTo, seen, toTurn) : tap(nowTo, seen, toTurn), share);
    }
    gl_FragColor = vec4(ink, 1.0);
  }
`
