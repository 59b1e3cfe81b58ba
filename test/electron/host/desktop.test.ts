import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ARGUMENTS } from '../../../core/contract/ipc.ts';

const source = (name: string) =>
  readFileSync(new URL(`../../../electron/desktop/${name}`, import.meta.url), 'utf8');

describe('the desktop host, read as text where no Electron can run', () => {
  it('sandboxes its page', () => {
    const window = source('window.ts');
    for (const setting of ['sandbox: true', 'contextIsolation: true', 'nodeIntegration: false'])
      expect(window).toContain(setting);
  });

  it('bridges each channel of the contract by a function of its own', () => {
    const preload = source('preload.ts');
    for (const channel of Object.keys(ARGUMENTS)) expect(preload).toContain(`'${channel}': (`);
  });

  it('takes bytes from the page at one address only', () => {
    const window = source('window.ts');
    expect(window).toContain("request.method === 'POST' && url.pathname === ADDRESSES.uploads");
    expect(window).toContain("request.method !== 'GET'");
  });

  it('has no menu beside the page’s own but on macOS', () => {
    expect(source('menu.ts')).toMatch(/'darwin' \? .+ : null\)/);
  });

  it('asks before it closes on unsaved edits', () => {
    expect(source('main.ts')).toContain('session.hasUnsavedEdits()');
    expect(source('main.ts')).toContain("['保存', '不保存', '取消']");
  });

  it('checks who calls before it answers', () => {
    expect(source('main.ts')).toContain('isOwnPage(event.senderFrame)');
  });
});
