/**
 * `npm test`: types, lint, layer check, unit and golden tests, browser tests. Each step's outcome is printed;
 * the last line is exactly `N passed, N failed, N skipped`, where a step without counts of its own is one test.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isFresh } from './freshness.mjs';
import { runNode } from './run-node.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = (...parts) => join('node_modules', ...parts);
const work = mkdtempSync(join(tmpdir(), 'zuban-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };
const skips = [];

const report = (name, outcome, started) =>
  console.log(
    `${outcome.failed > 0 ? '✗' : '✓'} ${name}: ${outcome.text} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
  );

const add = ({ passed, failed, skipped }) => {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
};

/** A step that passes or fails as a whole. */
const step = async (name, args) => {
  const started = Date.now();
  const failed = (await runNode(args, { cwd: root })) === 0 ? 0 : 1;
  const outcome = { passed: 1 - failed, failed, skipped: 0, text: failed ? 'failed' : 'passed' };
  add(outcome);
  report(name, outcome, started);
  return failed === 0;
};

/** Tests that vitest skipped, with the suite's words for why: a skipped test's title says it in brackets. */
const noteSkips = (results) => {
  for (const file of results.testResults)
    for (const test of file.assertionResults)
      if (['pending', 'skipped', 'todo', 'disabled'].includes(test.status))
        skips.push(`${relative(root, file.name)}: ${test.fullName}`);
};

const suite = async (name, project) => {
  const started = Date.now();
  const file = join(work, `${project}.json`);
  const code = await runNode(
    [
      bin('vitest', 'vitest.mjs'),
      'run',
      '--project',
      project,
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    { cwd: root },
  );
  let outcome = { passed: 0, failed: 1, skipped: 0, text: 'did not run' };
  try {
    const results = JSON.parse(readFileSync(file, 'utf8'));
    noteSkips(results);
    const passed = results.numPassedTests;
    const skipped = results.numPendingTests + results.numTodoTests;
    // A file that fails to load, or an error outside tests, has no failed test of its own.
    const failed = Math.max(results.numFailedTests, code === 0 ? 0 : 1);
    outcome = { passed, failed, skipped, text: `${passed} passed, ${failed} failed, ${skipped} skipped;` };
  } catch {
    // No report was written: the failure above stands.
  }
  add(outcome);
  report(name, outcome, started);
};

const types = async () => {
  for (const project of [
    'core/tsconfig.json',
    'electron/tsconfig.json',
    'renderer/tsconfig.json',
    'tsconfig.json',
  ])
    await step(`types ${project}`, [bin('typescript', 'bin', 'tsc'), '-p', project]);
};

try {
  await types();
  await step('lint', [bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '.']);
  await step('layers', [join('build', 'check-layers.mjs')]);
  if (!(await isFresh(root))) await step('build', [join('build', 'prepare.mjs')]);
  await suite('unit and golden tests of core', 'core');
  await suite('unit tests of the rest', 'unit');
  await suite('browser tests', 'browser');
} finally {
  rmSync(work, { recursive: true, force: true });
}
if (skips.length > 0) console.log(`\nskipped (what each needs is absent on this machine):`);
for (const skip of skips) console.log(`- ${skip}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
