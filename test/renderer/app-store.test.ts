import { describe, expect, it } from 'vitest';
import { inOrder } from '../../renderer/state/app-store.ts';

describe('the problem list', () => {
  it('puts errors before warnings before notes, each in page order', () => {
    const order = inOrder([
      { kind: 'recognition', severity: 'note', message: 'a' },
      { kind: 'overset', severity: 'error', message: 'b', page: 2 },
      { kind: 'underset', severity: 'warning', message: 'c', page: 1 },
      { kind: 'overset', severity: 'error', message: 'd', page: 1 },
    ]);
    expect(order.map((p) => p.message).join('')).toBe('dbca');
  });
});
