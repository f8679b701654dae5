import type { TemplateProblem } from "@parley/messaging";
import { createContext, use } from "react";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import type { FormState } from "../ui/use-form.ts";
import { problemOf } from "./problem-places.ts";
import type { TemplateForm } from "./template-form.ts";

/** A template that is being written. */
export type Editing = {
  readonly form: FormState<TemplateForm>;
  /** What Meta would refuse in it, as far as that is to be told. */
  readonly problems: readonly TemplateProblem[];
  readonly isReadOnly: boolean;
  /** Whether WhatsApp knows it: its category then stays (Cloud API, Message templates, Edit). */
  readonly isKnown: boolean;
};

const EditingContext = createContext<Editing | undefined>(undefined);

export const EditingProvider = EditingContext.Provider;

/** The template that is being written here. */
export function useEditing(): Editing & { readonly problem: (field: string, label: string) => string | undefined } {
  const editing = use(EditingContext);
  const texts = useAreaTexts();
  if (editing === undefined) throw new Error("The fields of a template stand within its editor.");
  return { ...editing, problem: (field, label) => problemOf(editing.problems, field, label, texts) };
}
