/** A face: the built-in ones, and the editor's own where it is the one in use. */
import { BUILT_IN_FACES, type FaceId } from '../../core/font/face.ts';
import { userFaceName } from '../../core/font/user-face.ts';
import { SelectField } from './SelectField.tsx';

const BUILT_IN: readonly (readonly [FaceId, string])[] = BUILT_IN_FACES.map(({ id, name }) => [id, name]);

export const FaceField = ({
  label,
  face,
  onChoose,
}: {
  readonly label: string;
  readonly face: FaceId;
  readonly onChoose: (face: FaceId) => void;
}) => {
  const known = BUILT_IN.some(([id]) => id === face);
  return (
    <SelectField
      className="face-field"
      label={label}
      value={face}
      choices={known ? BUILT_IN : [...BUILT_IN, [face, userFaceName(face) ?? face]]}
      onChoose={onChoose}
    />
  );
};
