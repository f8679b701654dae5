import { messageTypes } from "@parley/flow";
import type { Json } from "@parley/messaging";
import { type ReactNode, Suspense, useEffect, useRef } from "react";
import { textAt } from "../../nodes/in-words.ts";
import { useSession } from "../../session/session-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { type FieldPath, useNodeField } from "../bound-field.ts";
import styles from "../inspector.module.css";
import { MessagePreview } from "../message-preview.tsx";
import { focusNearestField } from "../wanted-field.ts";
import { changeType } from "./change-type.ts";
import { messageForms } from "./index.ts";
import formStyles from "./messages.module.css";
import { TypePicker } from "./type-picker.tsx";
import { useTemplates } from "./use-templates.ts";

const path: FieldPath = ["config", "message"];

/** The message of a node: its type, the fields of that type, and how WhatsApp shows it. */
export function MessageSection({ nodeId }: { readonly nodeId: string }) {
  const { inspector, messages } = useTexts();
  const whole = useNodeField(nodeId, path);
  const message: Json = whole.value ?? null;
  const type = messageTypes.find((one) => one === textAt(message, "type"));
  const Form = type === undefined ? undefined : messageForms[type];
  return (
    <section className={styles["stack"]} aria-label={messages.name}>
      <TypePicker
        type={type}
        isReadOnly={whole.isReadOnly}
        onChoose={(next) => {
          // A change by a choice is a step of its own.
          whole.onBlur();
          whole.set(changeType(message, next));
          whole.onBlur();
        }}
      />
      {Form === undefined ? null : (
        <Suspense
          fallback={
            <p className={styles["hint"]} data-loading>
              {inspector.loading}
            </p>
          }
        >
          <LoadedForm name={whole.name}>
            <Form key={type} nodeId={nodeId} path={path} />
          </LoadedForm>
        </Suspense>
      )}
      <div className={formStyles["preview"]} data-preview>
        {type === "template" ? <TemplatePreview message={message} /> : <MessagePreview message={message} />}
      </div>
    </section>
  );
}

/** A form that is loaded later than its panel gives the focus to the field that was asked for, as soon as it is there. */
function LoadedForm({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const session = useSession();
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { wantedField } = session.view.getState();
    if (form.current === null || !wantedField?.startsWith(name)) return;
    focusNearestField(form.current, wantedField);
    session.view.setState({ wantedField: undefined });
  }, [session, name]);
  return (
    <div ref={form} className={styles["stack"]} data-field={name}>
      {children}
    </div>
  );
}

/** A template message shows the words of its template, as the registry has it. */
export function TemplatePreview({ message }: { readonly message: Json }) {
  const { find } = useTemplates();
  return <MessagePreview message={message} template={find(message)?.template} />;
}
