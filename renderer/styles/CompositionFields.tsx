/** 排版规则 of the publication, one field each. Every change lays the whole issue out anew. */
import { setComposition } from '../../core/issue/edits.ts';
import type { Composition } from '../../core/publication/publication.ts';
import { CheckField } from '../fields/CheckField.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { choicesOf, SelectField } from '../fields/SelectField.tsx';
import { Section } from '../inspector/Section.tsx';
import { edit } from '../state/edit-issue.ts';
import { inspectorStrings as say } from '../strings/inspector.ts';

const text = say.styles;
/** Characters: more is no indent any more. */
const MOST_INDENT = 20;

const set = (change: Partial<Composition>, group: string | null = null): void =>
  void edit((issue) => setComposition(issue, change), group);

export const CompositionFields = ({ composition }: { readonly composition: Composition }) => {
  const gap = String(composition.hanLatinGap);
  const gaps = choicesOf<string>(text.hanLatinGaps);
  return (
    <Section title={text.composition}>
      <SelectField
        label={text.kinsoku}
        value={composition.kinsoku}
        choices={choicesOf(text.kinsokus)}
        onChoose={(kinsoku) => set({ kinsoku })}
      />
      <NumberField
        label={text.indent}
        value={composition.indent}
        least={0}
        most={MOST_INDENT}
        onCommit={(indent, group) => set({ indent }, group) ?? null}
      />
      <SelectField
        label={text.hanLatinGap}
        value={gap}
        choices={
          gaps.some(([known]) => known === gap)
            ? gaps
            : [...gaps, [gap, text.gapOther(composition.hanLatinGap)]]
        }
        onChoose={(chosen) => set({ hanLatinGap: Number(chosen) })}
      />
      {choicesOf(text.rules).map(([rule, name]) => (
        <CheckField
          key={rule}
          label={name}
          checked={composition[rule]}
          onChange={(on) => set({ [rule]: on })}
        />
      ))}
    </Section>
  );
};
