const ADDRESS = /^data:image\/(png|jpe?g);base64,([a-z0-9+/=]+)$/iu;

/** A picture's width and height in its own dots. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

const twoBytes = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);

function jpegSize(bytes: Uint8Array): ImageSize | null {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return { height: twoBytes(bytes, at + 5), width: twoBytes(bytes, at + 7) };
    at += 2 + twoBytes(bytes, at + 2);
  }
  return null;
}

/** The size of a PNG or JPEG given as a data address, so that a logo keeps its shape; null for anything else, which no writer embeds. */
export function imageSize(address: string): ImageSize | null {
  const [, kind, base64] = ADDRESS.exec(address) ?? [];
  if (kind === undefined || base64 === undefined) return null;
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  if (kind.toLowerCase() !== 'png') return jpegSize(bytes);
  const size = { width: twoBytes(bytes, 18), height: twoBytes(bytes, 22) };
  return bytes[1] === 0x50 && size.width > 0 && size.height > 0 ? size : null;
}
