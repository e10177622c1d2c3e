import type { TribeShape } from '../model/tribe-look.ts';

const number = (value: number): string => String(Math.round(value * 100) / 100);

function polygon(corners: number, { radius, turn, innerRadius }: { radius: number; turn: number; innerRadius?: number }): string {
  const count = innerRadius === undefined ? corners : corners * 2;
  const points = Array.from({ length: count }, (_, position) => {
    const reach = innerRadius !== undefined && position % 2 === 1 ? innerRadius : radius;
    const angle = turn + (position * 2 * Math.PI) / count;
    return `${number(reach * Math.sin(angle))},${number(-reach * Math.cos(angle))}`;
  });
  return `M${points.join('L')}Z`;
}

function circle(radius: number): string {
  const r = number(radius);
  return `M0,-${r}A${r},${r} 0 1 1 0,${r}A${r},${r} 0 1 1 0,-${r}Z`;
}

/**
 * SVG path of a shape around the origin. All shapes cover the same area as a circle of `radius`, so that none looks
 * larger than the tribe it stands for; the ring is a disc with a hole (use fill-rule evenodd) and a wider rim.
 */
export function tribeShapePath(shape: TribeShape, radius: number): string {
  const area = Math.PI * radius * radius;
  switch (shape) {
    case 'circle':
      return circle(radius);
    case 'diamond':
      return polygon(4, { radius: Math.sqrt(area / 2), turn: 0 });
    case 'square':
      return polygon(4, { radius: Math.sqrt(area / 2), turn: Math.PI / 4 });
    case 'triangle':
      return polygon(3, { radius: Math.sqrt((4 * area) / (3 * Math.sqrt(3))), turn: 0 });
    case 'hexagon':
      return polygon(6, { radius: Math.sqrt((2 * area) / (3 * Math.sqrt(3))), turn: 0 });
    case 'star': {
      const outer = Math.sqrt(area / (5 * 0.45 * Math.sin(Math.PI / 5)));
      return polygon(5, { radius: outer, innerRadius: outer * 0.45, turn: 0 });
    }
    case 'cross': {
      const arm = Math.sqrt(area / 5);
      const [a, b] = [number(arm / 2), number(arm * 1.5)];
      return `M-${a},-${b}H${a}V-${a}H${b}V${a}H${a}V${b}H-${a}V${a}H-${b}V-${a}H-${a}Z`;
    }
    case 'ring':
      return `${circle(radius * 1.15)}${circle(radius * 0.57)}`;
  }
}
