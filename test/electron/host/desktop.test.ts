import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ARGUMENTS } from '../../../core/contract/ipc.ts';

const source = (name: string) => readFileSync(new URL(`../../../electron/${name}`, import.meta.url), 'utf8');

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

  it('checks who calls before it answers', () => {
    expect(source('main.ts')).toContain('isOwnPage(event.senderFrame)');
  });
});
