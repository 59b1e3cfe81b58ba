/** Ends a switch over a union: reached only through a programmer's error, so it throws with the value. */
export const assertNever = (value: never): never => {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
};
