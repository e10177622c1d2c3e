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
