import { type ComponentProps } from "react";
import { TextField } from "../ui/text-field.tsx";

/** A secret to be written: it is not shown while it is typed, and no browser offers to remember it. */
export function SecretField(props: Omit<ComponentProps<typeof TextField>, "type" | "autoComplete" | "isRequired">) {
  return <TextField type="password" autoComplete="new-password" spellCheck={false} isRequired {...props} />;
}
