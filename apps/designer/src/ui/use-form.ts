import diff from "microdiff";
import { useState } from "react";

/** The values of a form, and whether they differ from what is saved. */
export type FormState<Values> = {
  readonly values: Values;
  readonly isDirty: boolean;
  readonly change: (change: Partial<Values> | ((before: Values) => Partial<Values>)) => void;
  /** Goes back to what is saved. */
  readonly reset: () => void;
};

/** A form that shows what is saved, also when that changes, until something is typed into it. */
export function useForm<Values extends object>(saved: Values): FormState<Values> {
  const [typed, setTyped] = useState<Values>();
  return {
    values: typed ?? saved,
    isDirty: typed !== undefined && diff(saved as object, typed as object).length > 0,
    change: (change) =>
      setTyped((before = saved) => ({ ...before, ...(typeof change === "function" ? change(before) : change) })),
    reset: () => setTyped(undefined),
  };
}
