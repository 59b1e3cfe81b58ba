/**
 * `npm start`: builds what is out of date, prints the sample's front page as a PDF, then opens the application:
 * Electron's window where its binary and a display are there, else the browser host on loopback.
 *
 * Options: --no-open (do not open a browser), --port N, --archive DIR (where issues are kept, else ZUBAN_ARCHIVE, else
 * 组版 in the user's own folder), and files to open instead of the sample.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isFresh } from './freshness.mjs';
import { runNode } from './run-node.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const DEFAULT_PORT = 4173;
/** How long Electron's own downloader may try; without a network it would wait for minutes. */
const FETCH_LIMIT_MS = 10_000;

/** True where this machine can show a window at all. */
const hasDisplay = () =>
  process.platform === 'win32' ||
  process.platform === 'darwin' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Path of Electron's executable where it is installed, else null. */
const electronBinary = () => {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const base = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist');
  const binary = join(base, readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
};

/** Lets Electron's installer fetch its binary, quietly and within the limit; whatever it left running is ended. */
const fetchElectron = () =>
  new Promise((resolve) => {
    const installer = join(root, 'node_modules', 'electron', 'install.js');
    if (!existsSync(installer)) return resolve();
    const own = process.platform !== 'win32';
    const child = spawn(process.execPath, [installer], { cwd: root, stdio: 'ignore', detached: own });
    const end = () => {
      clearTimeout(timer);
      process.off('exit', kill);
      resolve();
    };
    const kill = () => {
      try {
        // A group of its own, so that what the installer started ends with it.
        if (own && child.pid) process.kill(-child.pid, 'SIGKILL');
        else child.kill('SIGKILL');
      } catch {
        // It has ended already.
      }
    };
    const timer = setTimeout(kill, FETCH_LIMIT_MS);
    process.once('exit', kill);
    child.once('exit', end);
    child.once('error', end);
  });

const sampleFiles = () => {
  const folder = join(root, 'assets', 'sample');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(folder, name));
};

/** Writes the sample's PDF through the command line, as a user would. */
const makeSamplePdf = async () => {
  const pdf = join(root, 'out', 'sample.pdf');
  mkdirSync(dirname(pdf), { recursive: true });
  const command = [
    join('build', 'bin', 'zuban.mjs'),
    'export',
    ...sampleFiles(),
    '--format',
    '四开',
    '--pdf',
    pdf,
    '--quiet',
  ];
  const code = await runNode(command, { cwd: root });
  if (code === 0) console.log(`样张 PDF 已生成 Sample front page as PDF: ${pdf}`);
  else console.log('样张 PDF 未能生成，原因见上。The sample PDF could not be made; see above.');
  return code === 0;
};

const openInBrowser = (address) => {
  const [command, ...args] =
    process.platform === 'win32'
      ? ['cmd', '/c', 'start', '', address]
      : process.platform === 'darwin'
        ? ['open', address]
        : ['xdg-open', address];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  // No opener on this machine: the address is printed in any case.
  child.once('error', () => undefined);
  child.unref();
};

const onInterrupt = (work) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, work);
};

/**
 * Opens the window and waits for its end. Resolves to false where it ended at once with a fault (say, libraries
 * that are missing), so that the browser host can take over.
 */
const runElectron = (binary, files, archive) =>
  new Promise((resolve) => {
    const started = Date.now();
    // Electron refuses its sandbox to root; a desktop user is never root, a container's is.
    const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const archiveOption = archive === undefined ? [] : [`--archive=${archive}`];
    const env = { ...process.env };
    // Set by some editors' terminals, it would start plain Node instead of a window.
    delete env.ELECTRON_RUN_AS_NODE;
    const child = spawn(binary, [...asRoot, root, ...archiveOption, ...files], {
      cwd: root,
      stdio: 'inherit',
      env,
    });
    let stopped = false;
    onInterrupt(() => {
      stopped = true;
      child.kill();
    });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(stopped || code === 0 || Date.now() - started > 5000));
  });

const serve = async (files, { port, open, archive }) => {
  const { serveInBrowser } = await import('../dist/serve.mjs');
  const host = await serveInBrowser(files, port, archive === undefined ? {} : { archive });
  console.log(`请在浏览器中打开 Open in a browser: ${host.address}`);
  console.log('按 Ctrl+C 结束。Ctrl+C ends it.');
  if (open && hasDisplay()) openInBrowser(host.address);
  onInterrupt(async () => {
    await host.close();
    process.exit(0);
  });
};

const reasonAgainstWindow = async () => {
  if (!hasDisplay()) return '没有图形显示 (no display)';
  if (!electronBinary()) await fetchElectron();
  return electronBinary() ? null : '取不到 Electron 程序 (its binary cannot be had)';
};

const main = async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'no-open': { type: 'boolean' }, port: { type: 'string' }, archive: { type: 'string' } },
  });
  const port = values.port === undefined ? DEFAULT_PORT : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    console.error(`端口不对 Not a port: ${values.port}`);
    process.exit(2);
  }
  const archive = values.archive === undefined ? undefined : resolve(values.archive);
  if (!(await isFresh(root))) {
    const code = await runNode([join('build', 'prepare.mjs')], { cwd: root });
    if (code !== 0) process.exit(code);
  }
  await makeSamplePdf();
  let reason = await reasonAgainstWindow();
  const binary = electronBinary();
  if (reason === null && binary) {
    if (await runElectron(binary, positionals, archive)) return;
    reason = 'Electron 启动失败 (it did not start)';
  }
  console.log(`桌面窗口不可用：${reason}，改用浏览器。No Electron window here: using the browser host.`);
  await serve(positionals, { port, open: !values['no-open'], archive });
};

await main().catch((error) => {
  console.error(`启动失败：${error.message}`);
  process.exitCode = 1;
});
