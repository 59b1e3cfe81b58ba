import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findForbidden, findModuleCaches, importsOf, readSources } from '../../build/check-layers.mjs';

const why = (file: string, source: string): string[] =>
  findForbidden(new Map([[file, source]])).map((found) => found.why);

describe('the layer check', () => {
  it('finds nothing in the sources as they are', () => {
    const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
    expect(findForbidden(readSources(root))).toEqual([]);
    expect(findModuleCaches(readSources(root))).toEqual([]);
  });

  it('refuses a weak map of a module where an engine keeps what is kept', () => {
    const caches = (file: string, source: string) => findModuleCaches(new Map([[file, source]])).length;
    expect(caches('core/typeset/a.ts', 'const kept = new WeakMap<Story, Kept>();')).toBe(1);
    expect(caches('core/typeset/a.ts', 'export const kept: WeakMap<A, B> =\n  new WeakMap();')).toBe(1);
    expect(caches('electron/pdf/a.ts', 'let kept = new WeakMap();')).toBe(1);
    expect(caches('core/typeset/a.ts', 'class A {\n  private readonly own = new WeakMap<B, C>();\n}')).toBe(
      0,
    );
    expect(caches('renderer/story/a.ts', 'const nodes = new WeakMap<Paragraph, Node>();')).toBe(0);
  });

  it('refuses Node, React and unlisted packages in core', () => {
    expect(why('core/issue/a.ts', "import { readFileSync } from 'node:fs';")).toHaveLength(1);
    expect(why('core/issue/a.ts', "import type { FC } from 'react';")).toHaveLength(1);
    expect(why('core/file/a.ts', "import { zipSync } from 'fflate';")).toHaveLength(1);
    expect(why('core/contract/a.ts', "import * as z from 'zod';")).toEqual([]);
  });

  it('refuses an inner folder of core that imports an outer one', () => {
    expect(why('core/issue/a.ts', "import type { X } from '../makeup/b.ts';")).toEqual([
      'core/issue may not import the outer core/makeup',
    ]);
    expect(why('core/makeup/newspaper/a.ts', "import { x } from '../../issue/b.ts';")).toEqual([]);
    expect(why('core/units.ts', "import { x } from './issue/b.ts';")).toHaveLength(1);
  });

  it('lets nobody but the table of kinds import the folder of a kind', () => {
    const wanted = 'only core/makeup/kinds.ts may import core/makeup/newspaper';
    const folio = "/makeup/newspaper/folio.ts';";
    expect(why('renderer/view/a.tsx', `import { x } from '../../core${folio}`)).toEqual([wanted]);
    expect(why('core/check/a.ts', `import type { X } from '..${folio}`)).toEqual([wanted]);
    expect(why('core/makeup/lay-out-pages.ts', "import { x } from './newspaper/folio.ts';")).toEqual([
      wanted,
    ]);
    expect(why('core/makeup/kinds.ts', "import { x } from './newspaper/newspaper.ts';")).toEqual([]);
    expect(why('core/makeup/newspaper/a.ts', "import { x } from './folio.ts';")).toEqual([]);
  });

  it('refuses the same in renderer, whose own files put all together', () => {
    expect(why('renderer/state/a.ts', "import { x } from '../view/b.tsx';")).toEqual([
      'renderer/state may not import the outer renderer/view',
    ]);
    expect(why('renderer/main.tsx', "import './css/a.css';")).toEqual([]);
    expect(why('renderer/state/a.ts', "import { x } from '../App.tsx';")).toHaveLength(1);
  });

  it('refuses the same in electron', () => {
    expect(why('electron/files/a.ts', "import type { X } from '../session/b.ts';")).toEqual([
      'electron/files may not import the outer electron/session',
    ]);
    expect(why('electron/session/a.ts', "import { x } from '../files/b.ts';")).toEqual([]);
    expect(why('electron/files/a.ts', "import { x } from '../loose.ts';")).toHaveLength(1);
  });

  it('refuses a folder that has no place in the order', () => {
    expect(why('core/new/a.ts', "import { mm } from '../units.ts';")).toHaveLength(1);
    expect(why('electron/new/a.ts', "import { mm } from '../base/x.ts';")).toHaveLength(1);
  });

  it('keeps page and computer apart', () => {
    expect(why('renderer/a.ts', "import { x } from '../electron/serve.ts';")).toHaveLength(1);
    expect(why('electron/a.ts', "export * from '../renderer/strings/window.ts';")).toHaveLength(1);
    expect(why('core/contract/a.ts', "import { x } from '../../electron/host/serve.ts';")).toHaveLength(1);
    expect(why('renderer/a.ts', "import fs from 'node:fs';")).toHaveLength(1);
  });

  it('lets only the four Electron files import electron', () => {
    expect(why('electron/host/serve.ts', "import { app } from 'electron';")).toHaveLength(1);
    expect(why('electron/desktop/main.ts', "import { app } from 'electron';")).toEqual([]);
  });

  it('reads imports of every form and none in comments', () => {
    const source = `
      // import './comment.ts';
      /* import './comment.ts'; */
      import type {
        A,
      } from './a.ts';
      import './b.css';
      export { c } from './c.ts';
      const d = await import('./d.ts');
      new Worker(new URL('./e.ts', import.meta.url));
    `;
    expect(importsOf(source)).toEqual(['./a.ts', './b.css', './c.ts', './d.ts', './e.ts']);
  });
});
