/** A titled part of the inspector. */
import { type ReactNode, useId } from 'react';

export const Section = ({
  title,
  aside,
  children,
}: {
  readonly title: string;
  /** Beside the title, e.g. 余 3 行. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) => {
  const own = useId();
  return (
    <section className="inspector-section" aria-labelledby={own}>
      <h3>
        <span id={own}>{title}</span>
        {aside !== undefined && <small>{aside}</small>}
      </h3>
      {children}
    </section>
  );
};

/** Something that is told, not edited. */
export const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div className="fact">
    <span>{label}</span>
    <output aria-label={label}>{children}</output>
  </div>
);
