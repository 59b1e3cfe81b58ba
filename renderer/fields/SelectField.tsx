/** One of a few. */
import { useId } from 'react';

export const SelectField = <Value extends string>({
  label,
  value,
  choices,
  onChoose,
  className = '',
}: {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly (readonly [value: Value, name: string])[];
  readonly onChoose: (value: Value) => void;
  readonly className?: string;
}) => {
  const own = useId();
  return (
    <div className={`select-field ${className}`}>
      <label htmlFor={own}>{label}</label>
      <select
        id={own}
        value={value}
        onChange={(event) => {
          const chosen = choices.find(([known]) => known === event.target.value);
          if (chosen) onChoose(chosen[0]);
        }}
      >
        {choices.map(([known, name]) => (
          <option key={known} value={known}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
};

/** The choices of a table of names, in its order. */
export const choicesOf = <Value extends string>(
  names: Readonly<Record<Value, string>>,
): readonly (readonly [Value, string])[] => Object.entries<string>(names) as [Value, string][];
