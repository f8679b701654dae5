import { useTexts } from "../../texts/use-texts.ts";
import { Checkbox } from "../../ui/field.tsx";
import { useNodeField } from "../bound-field.ts";
import { SelectControl } from "../controls.tsx";
import { DataFields } from "../data-fields.tsx";
import { ExpressionControl } from "../expression-control.tsx";
import { FieldPart } from "../field-part.tsx";
import { RequestBody } from "../http/request-body.tsx";
import styles from "../inspector.module.css";
import { useListField } from "../list-field.ts";
import { MoreFields } from "../more-fields.tsx";
import { NumberControl } from "../number-control.tsx";
import { PairsList } from "../pairs-list.tsx";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
const errorStatuses = ["4xx-5xx", "5xx", "none"] as const;
const formats = ["json", "xml", "text"] as const;
/** What the node puts out of every answer. */
const ownFields = ["statusCode", "statusText", "responseBody", "responseHeaders"];
type NodeProps = { readonly nodeId: string };

/** HTTP request: what is asked, which answers are errors, and what is picked from them. */
export function HttpRequestInspector({ nodeId }: NodeProps) {
  const { http: t } = useTexts().utilities;
  const method = useNodeField(nodeId, ["config", "method"]);
  const url = useNodeField(nodeId, ["config", "url"]);
  return (
    <>
      <SelectControl field={method} label={t.method} options={methods.map((value) => ({ value, label: value }))} />
      <ExpressionControl
        field={url}
        label={t.url}
        hint={t.urlHint}
        isRequired
        placeholder="https://example.com/orders"
        place={{ nodeId, isLeaving: false }}
      />
      <PairsList
        nodeId={nodeId}
        path={["config", "query"]}
        title={t.query}
        item={t.parameter}
        add={t.addParameter}
        most={50}
      />
      <PairsList
        nodeId={nodeId}
        path={["config", "headers"]}
        title={t.headers}
        item={t.header}
        add={t.addHeader}
        most={50}
      />
      <RequestBody nodeId={nodeId} />
      <Answer nodeId={nodeId} />
      <Patience nodeId={nodeId} />
    </>
  );
}

function Answer({ nodeId }: NodeProps) {
  const { http: t } = useTexts().utilities;
  const errors = useNodeField(nodeId, ["config", "errorStatuses"]);
  const format = useNodeField(nodeId, ["config", "responseFormat"]);
  const chosen = formats.find((one) => one === format.value) ?? "json";
  return (
    <>
      <SelectControl
        field={errors}
        label={t.errorStatuses}
        hint={t.errorStatusesHint}
        options={errorStatuses.map((value) => ({ value, label: t.statuses[value] }))}
      />
      <SelectControl
        field={format}
        label={t.responseFormat}
        options={formats.map((value) => ({ value, label: t.formats[value] }))}
      />
      {chosen === "text" ? null : (
        <DataFields nodeId={nodeId} format={chosen} group="http" hint={t.fieldsHint} taken={ownFields} />
      )}
    </>
  );
}

const patience = ["connectTimeoutMs", "requestTimeoutMs", "retries", "retryAfterMs"] as const;

function Patience({ nodeId }: NodeProps) {
  const { http: t } = useTexts().utilities;
  const retries = useNodeField(nodeId, ["config", "retries"]);
  return (
    <MoreFields
      nodeId={nodeId}
      label={t.patience}
      isUsed={typeof retries.value === "number" && retries.value > 0}
      fields={[...patience, "retryOn"].map((name) => `config.${name}`)}
    >
      {patience.map((name) => (
        <PatienceField key={name} nodeId={nodeId} name={name} />
      ))}
      <RetryOn nodeId={nodeId} />
    </MoreFields>
  );
}

function PatienceField({ nodeId, name }: NodeProps & { readonly name: (typeof patience)[number] }) {
  const { http: t } = useTexts().utilities;
  const field = useNodeField(nodeId, ["config", name]);
  return <NumberControl field={field} label={t.patienceFields[name]} hint={t.patienceHints[name]} isRequired />;
}

function RetryOn({ nodeId }: NodeProps) {
  const { http: t } = useTexts().utilities;
  const { field, items, change } = useListField(nodeId, ["config", "retryOn"]);
  return (
    <FieldPart field={field}>
      <fieldset className={styles["fieldset"]}>
        <legend>{t.retryOn}</legend>
        {(["429", "5xx"] as const).map((status) => (
          <Checkbox
            key={status}
            label={t.retryStatuses[status]}
            checked={items.includes(status)}
            disabled={field.isReadOnly}
            onChange={({ target }) =>
              change(target.checked ? [...items, status] : items.filter((one) => one !== status))
            }
          />
        ))}
      </fieldset>
    </FieldPart>
  );
}
