/**
 * A Chromium for tests: the one that CHROMIUM_PATH names, the machine's own, else the one inside the npm package
 * @sparticuz/chromium (Linux x64), unpacked once into node_modules/.cache. That one brings the libraries that a
 * server lacks (NSS and its like); they are put in its way only where the loader misses some.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const MACHINE_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Same drawing on every machine; no sandbox, because tests run as root in containers. */
const ARGUMENTS = [
  '--no-sandbox',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--disable-gpu',
  '--disable-dev-shm-usage',
];

interface FoundBrowser {
  readonly executablePath: string;
  readonly env: NodeJS.ProcessEnv;
}

/** The package unpacks into the temporary directory of its process: so it runs in one that has its own. */
const UNPACK = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";

const unpacked = (): string => {
  const manifest = join(root, 'node_modules', '@sparticuz', 'chromium', 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const cache = join(root, 'node_modules', '.cache');
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'unpacking-'));
  // Named so, the package unpacks its libraries too.
  const env = { ...process.env, TMPDIR: work, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  execFileSync(process.execPath, ['--input-type=module', '-e', UNPACK], { cwd: root, env, stdio: 'inherit' });
  writeFontConfig(work, folder);
  try {
    renameSync(work, folder);
  } catch {
    // Another run finished first: its folder is as good.
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
};

/** A machine without fontconfig's files would make Chromium draw no text at all. */
const writeFontConfig = (work: string, folder: string): void => {
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>
`;
  mkdirSync(join(work, 'fontconfig'), { recursive: true });
  writeFileSync(join(work, 'fontconfig', 'fonts.conf'), text);
};

const lacksLibraries = (executable: string): boolean => {
  try {
    return execFileSync('ldd', [executable], { encoding: 'utf8' }).includes('not found');
  } catch {
    return true;
  }
};

const packaged = (): FoundBrowser => {
  const folder = unpacked();
  const executablePath = join(folder, 'chromium');
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const env = {
    ...process.env,
    ...(lacksLibraries(executablePath) ? { LD_LIBRARY_PATH: libraries } : {}),
    ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fontconfig') }),
  };
  return { executablePath, env };
};

/** Whether this machine has or can unpack a browser: false only where none is installed and it is not Linux x64. */
export const canLaunch = (): boolean =>
  Boolean(process.env.CHROMIUM_PATH) ||
  MACHINE_BROWSERS.some((path) => existsSync(path)) ||
  (process.platform === 'linux' && process.arch === 'x64');

/** Where a browser is, or null: then browser tests cannot run on this machine. */
export const findBrowser = (): FoundBrowser | null => {
  const named = process.env.CHROMIUM_PATH;
  if (named) return { executablePath: named, env: process.env };
  const own = MACHINE_BROWSERS.find((path) => existsSync(path));
  if (own) return { executablePath: own, env: process.env };
  return canLaunch() ? packaged() : null;
};

/** Ask `canLaunch` first: throws where no browser can be had. */
export const launchBrowser = async (): Promise<Browser> => {
  const found = findBrowser();
  if (!found) throw new Error('no browser on this machine');
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(found.env)) if (value !== undefined) env[name] = value;
  return chromium.launch({ executablePath: found.executablePath, env, args: ARGUMENTS, headless: true });
};
