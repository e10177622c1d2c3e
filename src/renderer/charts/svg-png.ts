const TIMES = 2;

/**
 * An SVG document of one's own as a PNG at twice the size it gives itself, over a ground where one is given. Null when the
 * browser cannot draw it. Nothing is fetched: the drawing is in the address.
 */
export async function svgPng(svg: string, ground: string | null = null): Promise<Blob | null> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  try {
    await image.decode();
  } catch {
    return null;
  }
  const { naturalWidth: width, naturalHeight: height } = image;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * TIMES);
  canvas.height = Math.round(height * TIMES);
  // drawn once and read at once: kept in ordinary memory, a picture need not be fetched back from a graphics processor
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null || canvas.width === 0 || canvas.height === 0) return null;
  context.scale(TIMES, TIMES);
  if (ground !== null) {
    context.fillStyle = ground;
    context.fillRect(0, 0, width, height);
  }
  context.drawImage(image, 0, 0, width, height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
