// How electron-builder packs the folder that `stage.mjs` laid out, for every system. What differs between builds (a local Electron, an address
// for updates, who signs) comes from the environment: docs/packaging.md says which variables.
import { join } from 'node:path';

/** @typedef {import('electron-builder').Configuration} Configuration */

const HERE = import.meta.dirname;
const ICONS = join(HERE, '../icons');
const MIME_TYPE = 'application/x-trame';
const DOCUMENT_SIZES = [16, 32, 48, 64, 128, 256];

/** What a program of this kind is allowed: nothing that turns it into a plain Node, or lets it load anything but itself. */
const FUSES = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};
/** An Electron that is older than a fuse does not know it. */
const FIRST_WITH_FILE_FUSE = 29;

/** A project, as the systems know it: double click opens it. One name serves where a system keeps one for all languages. */
const PROJECT_FILE = { ext: 'trame', name: 'Projet Trame', description: 'Projet Trame (Trame project)', role: 'Editor' };

/**
 * @param {{ root: string, app: string, output: string, forTests?: boolean, environment?: NodeJS.ProcessEnv }} places `app`: the folder that is packed
 * @returns {Configuration}
 */
export function configuration({ root, app, output, forTests = false, environment = process.env }) {
  return {
    appId: 'org.trame.workbench',
    productName: 'Trame',
    copyright: 'Copyright © 2026 The Trame developers (MIT)',
    directories: { app, output, buildResources: ICONS },
    ...localElectron(environment),
    electronLanguages: ['fr', 'en-US', 'en'],
    // The folder holds what is shipped and nothing else; electron-builder would leave nested modules out unless they are named.
    files: ['**/*', 'dist/core/node_modules/**/*'],
    asar: { smartUnpack: false },
    // The core lies in the open: its threads, its WebAssembly and its compiled modules are loaded by the system, which cannot look into
    // the archive. What runs in the shell and in the window stays inside, where its checksum is verified.
    asarUnpack: ['dist/{core,migrations,shared,review,cmaps,fonts,onnx,program}/**'],
    // No module is to be rebuilt or added: both compiled ones are Node-API prebuilds, the same for Node and for Electron, and in the folder.
    beforeBuild: async () => false,
    electronFuses: fusesOf(environment.TRAME_ELECTRON_VERSION, forTests),
    // References of exported documents (`trame://open?project=…&passage=…`) lead back to their passage.
    protocols: [{ name: 'Trame', schemes: ['trame'] }],
    // Nothing is published by building, and the program looks for no update by itself.
    publish: null,
    compression: forTests ? 'store' : 'normal',
    artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
    extraResources: [{ from: join(root, 'dist/program/sbom.cdx.json'), to: 'sbom.cdx.json' }],
    extraFiles: [{ from: join(root, 'LICENSE'), to: 'LICENSE.trame.txt' }],
    ...windows(),
    ...macOs(environment),
    ...linux(forTests),
  };
}

/** An Electron that is on the disk already: offline, or a build of one's own. @param {NodeJS.ProcessEnv} environment @returns {Configuration} */
function localElectron({ TRAME_ELECTRON_DIST: folder, TRAME_ELECTRON_VERSION: version }) {
  return folder && version ? { electronDist: folder, electronVersion: version } : {};
}

/** @param {string | undefined} version that of a local Electron; else it is the one of package.json @param {boolean} forTests */
function fusesOf(version, forTests) {
  const { grantFileProtocolExtraPrivileges: _, ...older } = FUSES;
  const fuses = version !== undefined && Number.parseInt(version, 10) < FIRST_WITH_FILE_FUSE ? older : FUSES;
  // the tests drive the program through its inspector
  return forTests ? { ...fuses, enableNodeCliInspectArguments: true } : fuses;
}

/** @returns {Configuration} */
function windows() {
  return {
    win: {
      target: ['nsis', 'portable'],
      icon: join(ICONS, 'icon.ico'),
      legalTrademarks: 'Trame',
      fileAssociations: [{ ...PROJECT_FILE, icon: join(ICONS, 'document.ico') }],
    },
    nsis: {
      oneClick: false,
      perMachine: false,
      allowToChangeInstallationDirectory: true,
      createDesktopShortcut: false,
      // Projects and settings are the user's, and stay when the program goes.
      deleteAppDataOnUninstall: false,
      installerLanguages: ['fr_FR', 'en_US'],
      license: join(HERE, '../../LICENSE'),
      artifactName: '${productName}-${version}-windows-${arch}.${ext}',
    },
    portable: { artifactName: '${productName}-${version}-windows-${arch}-portable.${ext}' },
  };
}

/** @param {NodeJS.ProcessEnv} environment @returns {Configuration} */
function macOs(environment) {
  const entitlements = join(HERE, 'mac/entitlements.plist');
  return {
    mac: {
      target: ['dmg', 'zip'],
      category: 'public.app-category.education',
      icon: join(ICONS, 'icon.icns'),
      hardenedRuntime: true,
      gatekeeperAssess: false,
      entitlements,
      entitlementsInherit: entitlements,
      notarize: canNotarise(environment),
      minimumSystemVersion: '12.0',
      // Compiled modules of both processors lie in both halves of the universal program.
      x64ArchFiles: '**/app.asar.unpacked/dist/core/node_modules/**/*.node',
      fileAssociations: [{ ...PROJECT_FILE, icon: join(ICONS, 'document.icns') }],
      extraResources: ['fr', 'en'].map((language) => ({ from: join(HERE, `mac/${language}.lproj`), to: `${language}.lproj` })),
      extendInfo: {
        CFBundleDevelopmentRegion: 'fr',
        CFBundleLocalizations: ['fr', 'en'],
        UTExportedTypeDeclarations: [
          {
            UTTypeIdentifier: 'org.trame.project',
            UTTypeDescription: 'Projet Trame',
            UTTypeConformsTo: ['public.data', 'public.content'],
            UTTypeTagSpecification: { 'public.filename-extension': ['trame'], 'public.mime-type': MIME_TYPE },
          },
        ],
      },
    },
    dmg: { title: 'Trame ${version}', writeUpdateInfo: false },
  };
}

/** Apple's service takes an account with a password of its own, a key, or what a keychain holds. @param {NodeJS.ProcessEnv} environment */
export function canNotarise({
  APPLE_ID,
  APPLE_APP_SPECIFIC_PASSWORD,
  APPLE_TEAM_ID,
  APPLE_API_KEY,
  APPLE_API_KEY_ID,
  APPLE_API_ISSUER,
  APPLE_KEYCHAIN_PROFILE,
}) {
  const byAccount = APPLE_ID && APPLE_APP_SPECIFIC_PASSWORD && APPLE_TEAM_ID;
  const byKey = APPLE_API_KEY && APPLE_API_KEY_ID && APPLE_API_ISSUER;
  return Boolean(byAccount || byKey || APPLE_KEYCHAIN_PROFILE);
}

/** @param {boolean} forTests @returns {Configuration} */
function linux(forTests) {
  const documentIcons = DOCUMENT_SIZES.map(
    (size) => `${join(ICONS, `document-${size}.png`)}=/usr/share/icons/hicolor/${size}x${size}/mimetypes/application-x-trame.png`,
  );
  return {
    linux: {
      target: ['AppImage', 'deb', 'tar.gz'],
      executableName: 'trame',
      syncDesktopName: true,
      icon: ICONS,
      category: 'Science',
      maintainer: 'The Trame developers <trame@trame.invalid>',
      synopsis: 'Coder des entretiens, bâtir la matrice qui compare les cas',
      description: 'A local-first workbench for coding qualitative interviews and building cross-case matrices.',
      mimeTypes: [MIME_TYPE],
      desktop: {
        entry: {
          GenericName: 'Qualitative analysis',
          'GenericName[fr]': 'Analyse qualitative',
          Comment: 'Code interviews and compare cases',
          'Comment[fr]': 'Coder des entretiens et comparer des cas',
          Keywords: 'interview;coding;qualitative;matrix;',
          'Keywords[fr]': 'entretien;codage;qualitatif;matrice;',
          StartupWMClass: 'Trame',
        },
      },
    },
    deb: {
      packageCategory: 'science',
      // a copy for tests is packed fast, not small
      compression: forTests ? 'gz' : 'xz',
      depends: [
        'libgtk-3-0 | libgtk-3-0t64',
        'libnss3',
        'libasound2 | libasound2t64',
        'libgbm1',
        'libxss1',
        'libxtst6',
        'libatspi2.0-0 | libatspi2.0-0t64',
      ],
      recommends: ['xdg-utils'],
      fpm: [`${join(HERE, 'linux/trame-project.xml')}=/usr/share/mime/packages/trame-project.xml`, ...documentIcons],
    },
  };
}
