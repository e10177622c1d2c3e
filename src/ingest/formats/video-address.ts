import { postAddress } from '../../domain/model/post-address.ts';

/**
 * The address by which comments of any tool name a video, from its id.
 * @example videoAddress('youtube', 'abcdefghijk') // 'youtube.com/watch?v=abcdefghijk'
 */
export function videoAddress(network: 'youtube' | 'tiktok', id: string): string {
  return postAddress(network === 'youtube' ? `https://www.youtube.com/watch?v=${id}` : `https://www.tiktok.com/@_/video/${id}`);
}

/**
 * Id of the TikTok video that an address leads to, whichever of the app's addresses it is; null for one that names none.
 * @example tiktokVideoId('https://www.tiktokv.com/share/video/7291830471234567890/') // '7291830471234567890'
 */
export function tiktokVideoId(address: string): string | null {
  return /^https?:\/\/(?:[\w-]+\.)*tiktokv?\.com\/(?:[^?#]{0,200}\/)?(?:video|photo|v)\/(\d{15,20})(?!\d)/i.exec(address.trim())?.[1] ?? null;
}
