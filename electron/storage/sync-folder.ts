// Whether a project lies where another program, or another computer, may write it while it is open: a synchronised folder or a network drive.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { SharedPlace } from '../../shared/domain/safety.ts';

/** A folder of this name anywhere above the file; the services add the account's or the organisation's name. */
const BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/^OneDrive( - .+)?$/i, 'OneDrive'],
  [/^OneDrive-[^/]+$/i, 'OneDrive'],
  [/^Dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^(iCloudDrive|iCloud Drive|com~apple~CloudDocs|Mobile Documents)$/i, 'iCloud Drive'],
  [/^Nextcloud\d*$/i, 'Nextcloud'],
  [/^ownCloud\d*$/i, 'ownCloud'],
  [/^kDrive\d*( .+)?$/i, 'kDrive'],
  [/^(Google ?Drive|GoogleDrive-.+|My Drive|Mon Drive)$/i, 'Google Drive'],
];

/** What a service leaves in the folder that it watches. */
const BY_FILE: readonly (readonly [RegExp, string])[] = [
  [/^\.dropbox(\.cache)?$/, 'Dropbox'],
  [/^\.(_)?sync_[0-9a-f]+\.db$/, 'Nextcloud'],
  [/^\.nextcloudsync\.log$/, 'Nextcloud'],
  [/^\.owncloudsync\.log$/, 'ownCloud'],
  [/^\.tmp\.drivedownload$/, 'Google Drive'],
  [/^\.849C9593-D756-4E56-8D6E-42412F2A707B$/, 'OneDrive'],
];

const NETWORK_SYSTEMS: Readonly<Record<string, string>> = {
  cifs: 'SMB',
  smb3: 'SMB',
  smbfs: 'SMB',
  nfs: 'NFS',
  nfs4: 'NFS',
  afpfs: 'AFP',
  webdav: 'WebDAV',
  davfs: 'WebDAV',
  'fuse.davfs': 'WebDAV',
  'fuse.sshfs': 'SSH',
  'fuse.rclone': 'rclone',
  'fuse.gvfsd-fuse': 'GVFS',
};

const foldersAbove = (path: string): string[] => {
  const above = [dirname(path)];
  for (let folder = dirname(path); dirname(folder) !== folder; folder = dirname(folder)) above.push(dirname(folder));
  return above;
};

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** `[mount point, file system]`, from the lines of /proc/mounts. */
export function mountsIn(lines: string): (readonly [string, string])[] {
  return lines.split('\n').flatMap((line) => {
    const [, point, system] = line.split(' ');
    // the system writes a space as its octal number
    return point === undefined || system === undefined
      ? []
      : [[point.replaceAll(/\\(\d{3})/gu, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8))), system] as const];
  });
}

/** The same from what `mount` says on macOS: `//anne@server/study on /Volumes/study (smbfs, nodev)`. */
export function macMountsIn(lines: string): (readonly [string, string])[] {
  return lines.split('\n').flatMap((line) => {
    const [, point, system] = / on (.+) \(([^,)]+)/u.exec(line) ?? [];
    return point === undefined || system === undefined ? [] : [[point, system] as const];
  });
}

function mounts(): (readonly [string, string])[] {
  try {
    if (process.platform === 'linux') return mountsIn(readFileSync('/proc/mounts', 'utf8'));
    if (process.platform === 'darwin') return macMountsIn(execFileSync('/sbin/mount', { encoding: 'utf8', timeout: 2000 }));
  } catch {
    // a system that does not say
  }
  return [];
}

function networkOf(path: string, mounted: readonly (readonly [string, string])[]): SharedPlace | null {
  if (/^(\\\\|\/\/)[^\\/?.]/u.test(path) || /^\\\\\?\\UNC\\/iu.test(path)) return { kind: 'network', service: 'SMB' };
  const [, system] = mounted
    .filter(([point]) => path === point || path.startsWith(point.endsWith(sep) ? point : `${point}${sep}`))
    .toSorted(([a], [b]) => b.length - a.length)[0] ?? ['', ''];
  const service = NETWORK_SYSTEMS[system];
  return service === undefined ? null : { kind: 'network', service };
}

/** Null for a place of this computer's own. */
export function sharedPlaceOf(path: string, mounted = mounts()): SharedPlace | null {
  // a network drive's letter, and a link, lead to where the file really is
  const real = existsSync(path) ? realpathSync.native(path) : path;
  for (const folder of foldersAbove(real)) {
    const name = folder.split(/[\\/]/u).at(-1) ?? '';
    const named = BY_NAME.find(([pattern]) => pattern.test(name))?.[1];
    if (named !== undefined) return { kind: 'synchronised', service: named };
    const files = filesIn(folder);
    const marked = BY_FILE.find(([pattern]) => files.some((file) => pattern.test(file)))?.[1];
    if (marked !== undefined) return { kind: 'synchronised', service: marked };
  }
  for (const variable of ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial']) {
    const folder = process.env[variable];
    if (folder && real.toLowerCase().startsWith(join(folder, sep).toLowerCase())) return { kind: 'synchronised', service: 'OneDrive' };
  }
  return networkOf(real, mounted);
}
