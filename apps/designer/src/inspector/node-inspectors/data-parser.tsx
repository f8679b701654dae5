import { useTexts } from "../../texts/use-texts.ts";
import { useNodeField } from "../bound-field.ts";
import { SelectControl } from "../controls.tsx";
import { DataFields } from "../data-fields.tsx";
import { ExpressionControl } from "../expression-control.tsx";

/** Data parser: what is parsed, as what, and which fields are picked. */
export function DataParserInspector({ nodeId }: { readonly nodeId: string }) {
  const { dataParser: t } = useTexts().utilities;
  const source = useNodeField(nodeId, ["config", "source"]);
  const format = useNodeField(nodeId, ["config", "format"]);
  return (
    <>
      <ExpressionControl
        field={source}
        label={t.source}
        hint={t.sourceHint}
        isRequired
        placeholder="$(http.responseBody)"
        place={{ nodeId, isLeaving: false }}
      />
      <SelectControl
        field={format}
        label={t.format}
        options={(["json", "xml"] as const).map((value) => ({ value, label: t.formats[value] }))}
      />
      <DataFields nodeId={nodeId} format={format.value === "xml" ? "xml" : "json"} group="data" hint={t.fieldsHint} />
    </>
  );
}
