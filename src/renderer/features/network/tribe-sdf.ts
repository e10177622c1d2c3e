import type { SDFShape } from 'sigma/rendering';

/** A shape by its signed distance: negative inside, zero on the edge, for `uv` around the middle and a reach of `size`. */
function shape(name: string, inradiusFactor: number, body: string): SDFShape {
  return { name, glsl: `\nfloat sdf_${name}(vec2 uv, float size) {\n${body}\n}\n`, uniforms: [], inradiusFactor };
}

/**
 * The shapes of tribes that the graph's renderer does not bring along, as distances that its shaders evaluate: a tribe
 * looks on the graph as it does on its card. Six corners with one on top; a five-pointed star, its notches at 45 % of its
 * reach; a cross of arms a third as wide as long; a ring with a rim of half its radius.
 * Source: Quilez, "2D distance functions" (hexagon, star, cross); the ring is the distance to a circle, thickened.
 */
export const TRIBE_SDF = {
  hexagon: shape('hexagon', 0.866, `
  const vec3 k = vec3(-0.866025404, 0.5, 0.577350269);
  float apothem = size * 0.866025404;
  vec2 p = abs(uv.yx);
  p -= 2.0 * min(dot(k.xy, p), 0.0) * k.xy;
  p -= vec2(clamp(p.x, -k.z * apothem, k.z * apothem), apothem);
  return length(p) * sign(p.y);`),
  star: shape('star', 0.45, `
  const vec2 k1 = vec2(0.809016994, -0.587785252);
  const vec2 k2 = vec2(-0.809016994, -0.587785252);
  vec2 p = vec2(abs(uv.x), uv.y);
  p -= 2.0 * max(dot(k1, p), 0.0) * k1;
  p -= 2.0 * max(dot(k2, p), 0.0) * k2;
  p = vec2(abs(p.x), p.y - size);
  vec2 ba = 0.45 * vec2(-k1.y, k1.x) - vec2(0.0, 1.0);
  float h = clamp(dot(p, ba) / dot(ba, ba), 0.0, size);
  return length(p - ba * h) * sign(p.y * ba.x - p.x * ba.y);`),
  cross: shape('cross', 0.34, `
  vec2 b = vec2(size * 0.94, size * 0.34);
  vec2 p = abs(uv);
  p = p.y > p.x ? p.yx : p.xy;
  vec2 q = p - b;
  float k = max(q.y, q.x);
  vec2 w = k > 0.0 ? q : vec2(b.y - p.x, -k);
  return sign(k) * length(max(w, vec2(0.0)));`),
  ring: shape('ring', 1, `
  return abs(length(uv) - size * 0.75) - size * 0.25;`),
} as const;
