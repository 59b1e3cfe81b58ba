/**
 * The bridge into the sandboxed page: one function for each channel of the contract, nothing generic. Types
 * only are imported, so the bundle is these few lines. Each answers a Reply and never rejects with a fault: Electron
 * keeps nothing of an error but its message, and puts words of its own before that.
 */
import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../../core/contract/channels.ts';
import type { Channel } from '../../core/contract/ipc.ts';

const invoke = (channel: Channel, ...args: readonly unknown[]) => ipcRenderer.invoke(channel, args);

const bridge: Bridge = {
  'issue.open': () => invoke('issue.open'),
  'issue.new': (request) => invoke('issue.new', request),
  'issue.openFile': (request) => invoke('issue.openFile', request),
  'issue.openBackup': (request) => invoke('issue.openBackup', request),
  'issue.rescue': (request) => invoke('issue.rescue', request),
  'issue.edit': (request) => invoke('issue.edit', request),
  'issue.restate': (request) => invoke('issue.restate', request),
  'journal.flush': () => invoke('journal.flush'),
  'issue.save': (request) => invoke('issue.save', request),
  'recovery.list': () => invoke('recovery.list'),
  'recovery.take': (request) => invoke('recovery.take', request),
  'recovery.give': (request) => invoke('recovery.give', request),
  'recovery.drop': (request) => invoke('recovery.drop', request),
  'lock.take': () => invoke('lock.take'),
  'import.file': (request) => invoke('import.file', request),
  'pictures.broken': () => invoke('pictures.broken'),
  'archive.facts': () => invoke('archive.facts'),
  'archive.status': () => invoke('archive.status'),
  'archive.index': () => invoke('archive.index'),
  'archive.cancel': () => invoke('archive.cancel'),
  'archive.list': () => invoke('archive.list'),
  'archive.search': (request) => invoke('archive.search', request),
  'archive.peek': (request) => invoke('archive.peek', request),
  'archive.export': (request) => invoke('archive.export', request),
  'issue.newFrom': (request) => invoke('issue.newFrom', request),
  'version.list': () => invoke('version.list'),
  'version.make': (request) => invoke('version.make', request),
  'version.remove': (request) => invoke('version.remove', request),
  'version.restore': (request) => invoke('version.restore', request),
  'version.compare': (request) => invoke('version.compare', request),
  'version.compareFile': (request) => invoke('version.compareFile', request),
  'print.make': (request) => invoke('print.make', request),
  'print.state': () => invoke('print.state'),
  'publication.save': (request) => invoke('publication.save', request),
  'export.pdf': (request) => invoke('export.pdf', request),
};

contextBridge.exposeInMainWorld('zuban', bridge);
