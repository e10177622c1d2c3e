import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';

const SYNC_FOLDERS = /(?:^|[\\/])(?:Dropbox(?: \([^\\/]*\))?|OneDrive(?: - [^\\/]*)?|Google ?Drive|GoogleDrive-[^\\/]*|My Drive|Il mio Drive|iCloud ?Drive|com~apple~CloudDocs|Mobile Documents|Nextcloud|ownCloud|pCloud ?Drive|MEGA|Box|Box Sync|Sync|CloudStorage)(?:[\\/]|$)/i;
const NETWORK_PLACES = /^(?:\\\\|\/\/)[^\\/]+[\\/]|^\/(?:mnt|net|Volumes\/[^/]*(?:smb|nas|share)[^/]*|run\/user\/\d+\/gvfs)\//i;

/**
 * True for a path that looks like a network share or a folder kept in step by a cloud program, where a write-ahead log
 * beside the file can be lost or copied apart from it. Judged by names alone: the well-known folders of cloud programs,
 * `//server/share`, `/mnt/`, `/net/`, GVFS mounts. A wrong yes only costs some speed.
 * @example isSharedFolder('/home/a/Dropbox/x.tribuna') // true
 */
export function isSharedFolder(path: string): boolean {
  return SYNC_FOLDERS.test(path) || NETWORK_PLACES.test(path);
}

/**
 * Kinds of file system that live on another machine, as Linux numbers them: NFS, SMB, CIFS, SMB2, AFS, Ceph, 9P, Coda, GFS2,
 * Lustre, and FUSE, by which machines are reached over SSH and folders of cloud programs are mounted; a local disk mounted by
 * it too costs some speed.
 */
const NETWORK_KINDS: ReadonlySet<number> = new Set([0x65735546, 0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400, 0x01021997, 0x73757245, 0x01161970, 0x0bd00bd0]);

/** True for the number of a file system that lives, or may live, on another machine. Other systems number otherwise and are known by names alone. */
export function isNetworkKind(kind: number): boolean {
  return NETWORK_KINDS.has(kind >>> 0);
}

/** True where a log beside the file could be parted from it: judged by the path and, on Linux, by the file system it lies on. */
export function isSharedPlace(path: string): boolean {
  if (isSharedFolder(path)) return true;
  if (process.platform !== 'linux') return false;
  try {
    return isNetworkKind(statfsSync(dirname(path)).type);
  } catch {
    return false;
  }
}
