/** Each test file has a user's data folder of its own: a host that it starts finds no work in the real one, nor leaves any. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'zuban-data-'));
process.env.XDG_DATA_HOME = folder;
process.env.APPDATA = folder;

afterAll(() => rmSync(folder, { recursive: true, force: true }));
