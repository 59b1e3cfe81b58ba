/**
 * Loaded before a program (`node --import`): at its exit, writes the most memory that it had resident, in bytes, to
 * the file that ZUBAN_BENCH_MEMORY names. Linux counts it per program in /proc; what getrusage tells there begins
 * with the parent's own size, so it serves on other systems only.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const STATUS = '/proc/self/status';

const mostResident = () => {
  const kib = existsSync(STATUS) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(STATUS, 'utf8'))?.[1] : undefined;
  return 1024 * Number(kib ?? process.resourceUsage().maxRSS);
};

const file = process.env.ZUBAN_BENCH_MEMORY;
if (file) process.once('exit', () => writeFileSync(file, String(mostResident())));
