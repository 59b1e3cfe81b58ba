/** What the parity tests lay out: the sample, a page of odd characters, and a seed where the seeds are there. */

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { IssueLayout } from '../../core/display/lay-out-issue.ts';
import { createEngine } from '../../core/engine/engine.ts';
import type { Issue, PictureId } from '../../core/issue/issue.ts';
import type { FormatId } from '../../core/publication/publication.ts';
import { loadFontSet } from '../../electron/fonts/font-files.ts';
import { openSources } from '../../electron/import/open-sources.ts';
import { samplePaths } from '../../electron/session/sample.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const seeds = join(dirname(root), 'shared', 'seeds');

export const SEEDS = [
  'shangjie-shibao-2020-03-15.txt',
  'shangjie-shibao-2020-11.txt',
  'bulletin-2020-06-16.txt',
  'monthly-booklet-2020-04.txt',
] as const;
export type SeedName = (typeof SEEDS)[number];

export const haveSeeds = existsSync(join(seeds, SEEDS[0]));
export const seedPath = (name: SeedName): string => join(seeds, name);

export interface Trial {
  readonly issue: Issue;
  readonly layout: IssueLayout;
  readonly pictures: ReadonlyMap<PictureId, Uint8Array>;
}

const layOut = async (paths: readonly string[], format: FormatId): Promise<Trial> => {
  const engine = createEngine(loadFontSet());
  const { issue, pictures } = await openSources(paths, engine, { format });
  return { issue, layout: engine.layOut(issue), pictures };
};

export const sampleTrial = (): Promise<Trial> => layOut(samplePaths(root), '四开');
export const seedTrial = (name: SeedName, format: FormatId): Promise<Trial> =>
  layOut([seedPath(name)], format);

/**
 * Joined dashes in body and headline, faces that stand in for another, characters beyond the BMP, Latin and
 * figures among Han, marks next to each other, a bold run, a character that no face has, variation selectors.
 */
const ODD = `上街时报
2026年11月20日

## 县长张𬭎说——“文化𫖯\u{e0100}仰之间”

引文写道：“春风”“化雨”——她说：“（真的？）《草木》！”张𬭎、李䶮、王㛃三人在 Ⅰ 号厅，第⑳组。

诸葛\u{e0100}氏与葛\ufe00氏，劐开阢陧，阿坶与齄字、膪字同在一行，PM2.5 浓度降到 35 微克，ISO 9001 认证，A380 客机 12:30 起飞……

**五是**坚持以人为本——不是口号——是行动；价格 3,000 元，同比 +8.5%，网址 www.example.cn。牌是\u{1f004}。
${'水边的风一阵一阵吹来，渔船靠岸，——人们提着灯，说着今年的收成。'.repeat(6)}

（记者 张𬭎 李䶮）
`;

export const oddTrial = async (): Promise<Trial> => {
  const folder = mkdtempSync(join(tmpdir(), 'zuban-parity-'));
  try {
    writeFileSync(join(folder, '生僻.md'), ODD);
    return await layOut([join(folder, '生僻.md')], '四开');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
