import type { Json } from "@parley/messaging";
import { useTexts } from "../../texts/use-texts.ts";
import { Button } from "../../ui/button.tsx";
import { useNodeField } from "../bound-field.ts";
import styles from "../inspector.module.css";
import type { MessageFormProps } from "./form-props.ts";
import formStyles from "./messages.module.css";
import { TemplateChoice } from "./template-choice.tsx";
import { fitsTemplate, withTemplate } from "./template-config.ts";
import { TemplateRawFields } from "./template-raw-fields.tsx";
import { TemplateValues } from "./template-values.tsx";
import { useTemplates } from "./use-templates.ts";

/** A template of the registry and its values (WhatsApp node page, Template). One that is not in it is filled in by hand. */
export function TemplateForm(props: MessageFormProps) {
  const { nodeId, path } = props;
  const { messages } = useTexts();
  const whole = useNodeField(nodeId, path);
  const config: Json = whole.value ?? null;
  const registry = useTemplates();
  const known = registry.find(config);
  const change = (next: Json) => {
    whole.onBlur();
    whole.set(next);
    whole.onBlur();
  };
  return (
    <>
      <TemplateChoice {...props} registry={registry} onChoose={(template) => change(withTemplate(config, template))} />
      {known === undefined ? (
        <TemplateRawFields {...props} />
      ) : (
        <>
          {fitsTemplate(config, known.template) ? null : (
            <div className={formStyles["notice"]} role="status">
              <p>{messages.template.hasChanged}</p>
              {whole.isReadOnly ? null : (
                <Button onClick={() => change(withTemplate(config, known.template))}>{messages.template.refit}</Button>
              )}
            </div>
          )}
          <section className={styles["stack"]}>
            <TemplateValues {...props} template={known.template} />
          </section>
        </>
      )}
    </>
  );
}
