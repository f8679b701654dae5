import { useTexts } from "../../texts/use-texts.ts";
import styles from "../inspector.module.css";
import type { MessageFormProps } from "./form-props.ts";
import { BodyField } from "./interactive-parts.tsx";

/** A message with a button by which the contact sends a location. */
export function LocationRequestForm(props: MessageFormProps) {
  const { messages } = useTexts();
  return (
    <>
      <BodyField {...props} />
      <p className={styles["hint"]}>{messages.locationRequestHint}</p>
    </>
  );
}
