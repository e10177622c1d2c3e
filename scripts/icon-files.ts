/** Sides of the pictures in a Windows icon, in pixels. */
export const WINDOWS_SIZES = [16, 24, 32, 48, 64, 128, 256] as const;
/** Sides of the pictures in an Apple icon, in pixels. */
export const APPLE_SIZES = [16, 32, 64, 128, 256, 512, 1024] as const;
/** Apple's four letters for a picture, and its side; those of double density come after the plain ones. */
const APPLE_KINDS: readonly (readonly [kind: string, size: number])[] = [['icp4', 16], ['icp5', 32], ['icp6', 64], ['ic07', 128], ['ic08', 256], ['ic09', 512], ['ic10', 1024], ['ic11', 32], ['ic12', 64], ['ic13', 256], ['ic14', 512]];

/** An .ico of PNG pictures: a head of six bytes, an entry of sixteen for each, then the pictures. Sides up to 256. */
export function windowsIcon(pictures: readonly (readonly [size: number, png: Buffer])[]): Buffer {
  const head = Buffer.alloc(6);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = 6 + 16 * pictures.length;
  const entries = pictures.map(([size, png]) => {
    const entry = Buffer.alloc(16);
    // 256 is written as 0
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([head, ...entries, ...pictures.map(([, png]) => png)]);
}

/** An .icns of PNG pictures by side: `icns`, the length, then four letters, a length and a picture for each kind that has one. */
export function appleIcon(pictures: ReadonlyMap<number, Buffer>): Buffer {
  const parts = APPLE_KINDS.flatMap(([kind, size]) => {
    const png = pictures.get(size);
    if (png === undefined) return [];
    const head = Buffer.alloc(8);
    head.write(kind, 0, 'latin1');
    head.writeUInt32BE(png.length + 8, 4);
    return [head, png];
  });
  const head = Buffer.alloc(8);
  head.write('icns', 0, 'latin1');
  head.writeUInt32BE(8 + parts.reduce((sum, part) => sum + part.length, 0), 4);
  return Buffer.concat([head, ...parts]);
}
