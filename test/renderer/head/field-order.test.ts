import { describe, expect, it } from 'vitest';
import type { FieldBox } from '../../../core/display/field-boxes.ts';
import type { PageField } from '../../../core/issue/page-field.ts';
import { boxKey, isTypedInPlace, nameOfBox, nextField } from '../../../renderer/head/field-order.ts';
import { PICTURE, PUBLICATION } from '../../core/issue/small-issue.ts';

const box = (field: PageField, side?: 'left' | 'right'): FieldBox => ({
  field,
  rect: { x: 0, y: 0, width: 10, height: 10 },
  size: 10,
  ...(side ? { side } : {}),
});
const BOXES = [box('permit'), box('number'), box('ear', 'left'), box('nameplate'), box('date')];

describe('the fields of a printed head', () => {
  it('are gone through in reading order, past those that are several texts', () => {
    expect(nextField(BOXES, 'permit', 1, PUBLICATION)).toBe('number');
    expect(nextField(BOXES, 'number', 1, PUBLICATION)).toBe('nameplate');
    expect(nextField(BOXES, 'nameplate', -1, PUBLICATION)).toBe('number');
  });

  it('end at the first and at the last', () => {
    expect(nextField(BOXES, 'permit', -1, PUBLICATION)).toBeNull();
    expect(nextField(BOXES, 'date', 1, PUBLICATION)).toBeNull();
  });

  it('leave a nameplate that is a picture to the inspector', () => {
    const pictured = {
      ...PUBLICATION,
      masthead: { ...PUBLICATION.masthead, nameplatePicture: PICTURE },
    };
    expect(isTypedInPlace('nameplate', pictured)).toBe(false);
    expect(nextField(BOXES, 'number', 1, pictured)).toBe('date');
  });

  it('tell one ear from the other', () => {
    expect(boxKey(box('ear', 'left'))).not.toBe(boxKey(box('ear', 'right')));
    expect(nameOfBox(box('ear', 'right'))).toBe('右报眼');
    expect(nameOfBox(box('number'))).toBe('期号');
  });
});
