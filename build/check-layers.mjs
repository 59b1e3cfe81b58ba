/**
 * The layer check (ARCHITECTURE.md, rooms): who may import whom. Reads every import of core/, electron/ and
 * renderer/ from the source text and compares it with the tables below. And what no module may hold: caches.
 *
 * `findForbidden` is pure over file contents so that its own test can feed it a forbidden import.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * core's inner folders: each may import itself and those before it. Files in core/ itself (units.ts,
 * geometry.ts, assert-never.ts) come first. Inks, roles and sources stand in makeup/page-layout.ts, so that
 * display-list.ts, which describes what is drawn of a layout, can come after it.
 */
export const CORE_ORDER = [
  'units',
  'calendar',
  'font',
  'publication',
  'issue',
  'manuscript',
  'typeset',
  'makeup',
  'display',
  'check',
  'engine',
  'file',
  'contract',
];

/**
 * electron's inner folders, likewise: what every folder uses, the processes that read foreign files, what reads and
 * writes each kind of file, then who works with them: session, hosts, desktop, command line.
 */
export const ELECTRON_ORDER = [
  'base',
  'process',
  'foreign',
  'fonts',
  'pictures',
  'pdf',
  'files',
  'import',
  'export',
  'archive',
  'session',
  'workers',
  'host',
  'desktop',
  'command',
];

/**
 * renderer's inner folders, likewise: words, what the page is made of, the desk, what hands do on the pages, what
 * stands beside them, the window. Files in renderer/ itself (App.tsx, main.tsx) come last: they put all together.
 */
export const RENDERER_ORDER = [
  'css',
  'strings',
  'keys',
  'host',
  'layout',
  'svg',
  'state',
  'paste',
  'fields',
  'pasteboard',
  'focus',
  'text',
  'drag',
  'pointer',
  'archive',
  'story',
  'head',
  'commands',
  'menus',
  'view',
  'inspector',
  'styles',
  'panels',
  'dialogs',
  'versions',
  'window',
  'units',
];

/** Libraries that are pure: no DOM, no Node, no clock of their own. */
export const CORE_LIBRARIES = ['tyme4ts', 'mutative', 'zod', 'fast-diff'];

/** The only files that may import `electron`. */
export const ELECTRON_FILES = ['main', 'window', 'menu', 'preload'].map(
  (name) => `electron/desktop/${name}.ts`,
);

const ROOMS = ['core', 'electron', 'renderer'];
/** What the page may use besides core and itself. */
const RENDERER_LIBRARIES = [
  'react',
  'react-dom',
  'zustand',
  'prosemirror-commands',
  'prosemirror-keymap',
  'prosemirror-model',
  'prosemirror-state',
  'prosemirror-view',
];

const IMPORTS =
  /(?:^|[\n;])\s*(?:import|export)\s+(?:type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]\s*\)|\bnew URL\(\s*['"](\.[^'"\n]+)['"]\s*,\s*import\.meta\.url/g;

const withoutComments = (source) => source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

/** What a source file imports, as written. */
export const importsOf = (source) =>
  [...withoutComments(source).matchAll(IMPORTS)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');

const packageOf = (specifier) => {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
};

const ORDERS = { core: CORE_ORDER, electron: ELECTRON_ORDER, renderer: RENDERER_ORDER };

/** Folder of a file in its room's order; files of the room itself are `units`. */
const folderOf = (path) => {
  const parts = path.split('/');
  return parts.length === 2 ? 'units' : (parts[1] ?? '');
};

/** A kind of publication answers through core/makeup/make-up.ts: nobody but the table of kinds knows its folder. */
const KIND_FOLDERS = ['core/makeup/newspaper'];
const KINDS_TABLE = 'core/makeup/kinds.ts';

const judgeKind = (file, target) => {
  const kind = KIND_FOLDERS.find((folder) => target.startsWith(`${folder}/`));
  if (kind === undefined || file === KINDS_TABLE || file.startsWith(`${kind}/`)) return null;
  return `only ${KINDS_TABLE} may import ${kind}`;
};

/** Null where the order of their room's folders lets one file import the other. */
const judgeOrder = (file, target) => {
  const room = file.split('/')[0];
  const order = ORDERS[room];
  const [own, other] = [file, target].map((path) => order.indexOf(folderOf(path)));
  if (own < 0) return `${room}/${folderOf(file)} has no place in the order of ${room}'s folders`;
  if (other < 0) return `${room}/${folderOf(target)} has no place in the order of ${room}'s folders`;
  return other <= own ? null : `${room}/${order[own]} may not import the outer ${room}/${order[other]}`;
};

const judgePackage = (file, specifier) => {
  const name = packageOf(specifier);
  if (file.startsWith('core/'))
    return CORE_LIBRARIES.includes(name) ? null : `core may not import ${specifier}`;
  if (file.startsWith('renderer/'))
    return RENDERER_LIBRARIES.includes(name) ? null : `renderer may not import ${specifier}`;
  if (name === 'electron' && !ELECTRON_FILES.includes(file))
    return `only ${ELECTRON_FILES.join(', ')} may import electron`;
  return RENDERER_LIBRARIES.includes(name) ? `electron may not import ${specifier}` : null;
};

const judge = (file, specifier) => {
  if (!specifier.startsWith('.')) return judgePackage(file, specifier);
  const target = posix.normalize(posix.join(posix.dirname(file), specifier));
  const room = file.split('/')[0];
  const targetRoom = target.split('/')[0];
  const ofKind = judgeKind(file, target);
  if (ofKind !== null) return ofKind;
  if (targetRoom === room) return judgeOrder(file, target);
  return room !== 'core' && targetRoom === 'core' ? null : `${room} may not import ${target}`;
};

/**
 * @param {ReadonlyMap<string, string>} files source text by path from the repository's root, with `/`
 * @returns {{file: string, specifier: string, why: string}[]}
 */
export const findForbidden = (files) => {
  const found = [];
  for (const [file, source] of files)
    for (const specifier of importsOf(source)) {
      const why = judge(file, specifier);
      if (why !== null) found.push({ file, specifier, why });
    }
  return found;
};

/** Where results are kept by an engine (core/cache.ts), never by a module: two engines would share them. */
const KEPT_BY_ENGINES = /^(?:core|electron\/pdf)\//;
const MODULE_KEEPS = /^(?:export\s+)?(?:const|let)\s+(\w+)[^=;]*=\s*new\s+WeakMap\b/gm;

/**
 * @param {ReadonlyMap<string, string>} files as above
 * @returns {{file: string, why: string}[]}
 */
export const findModuleCaches = (files) =>
  [...files]
    .filter(([file]) => KEPT_BY_ENGINES.test(file))
    .flatMap(([file, source]) =>
      [...withoutComments(source).matchAll(MODULE_KEEPS)].map(([, name]) => ({
        file,
        why: `${name} keeps results in its module: declare a family of core/cache.ts`,
      })),
    );

/** Sources of the three rooms. */
export const readSources = (root) => {
  const files = new Map();
  for (const room of ROOMS)
    for (const entry of readdirSync(join(root, room), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.[cm]?tsx?$/.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name);
      files.set(relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8'));
    }
  return files;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = readSources(dirname(dirname(fileURLToPath(import.meta.url))));
  const found = findForbidden(files);
  const caches = findModuleCaches(files);
  for (const { file, why } of [...found, ...caches]) console.error(`${file}: ${why}`);
  console.log(
    `layers: ${files.size} files, ${found.length} forbidden imports, ${caches.length} caches of modules`,
  );
  if (found.length + caches.length > 0) process.exitCode = 1;
}
