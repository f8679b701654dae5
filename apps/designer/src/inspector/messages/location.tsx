import type { MessageFormProps } from "./form-props.ts";
import { PlaceFields } from "./place-fields.tsx";

/** A place on the map (WhatsApp node page, Location). */
export function LocationForm(props: MessageFormProps) {
  return <PlaceFields {...props} />;
}
