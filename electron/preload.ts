/**
 * The bridge into the sandboxed page: one function for each channel of the contract, nothing generic. Types
 * only are imported, so the bundle is these few lines.
 */
import { contextBridge, ipcRenderer } from 'electron';
import type { Channel, Contract } from '../core/contract/ipc.ts';

const invoke = (channel: Channel, ...args: readonly unknown[]) => ipcRenderer.invoke(channel, args);

const bridge: Contract = {
  'issue.open': () => invoke('issue.open'),
  'export.pdf': (request) => invoke('export.pdf', request),
};

contextBridge.exposeInMainWorld('zuban', bridge);
