import { useTexts } from "../../texts/use-texts.ts";
import { useNodeField } from "../bound-field.ts";
import { ChipsControl } from "../chips-control.tsx";
import { SelectControl } from "../controls.tsx";
import { ExpressionControl } from "../expression-control.tsx";
import { MoreFields } from "../more-fields.tsx";
import { PairsList } from "../pairs-list.tsx";

const actions = ["fetch", "set", "delete"] as const;
const contactTypes = ["waId", "bsuid", "customerId"] as const;
type NodeProps = { readonly nodeId: string };

/** Profile: what is done, with which fields, and whose profile it is. */
export function ProfileInspector({ nodeId }: NodeProps) {
  const { profile: t } = useTexts().utilities;
  const action = useNodeField(nodeId, ["config", "action"]);
  const reads = useNodeField(nodeId, ["config", "reads"]);
  const chosen = actions.find((one) => one === action.value) ?? "fetch";
  return (
    <>
      <SelectControl
        field={action}
        label={t.action}
        hint={t.actionHints[chosen]}
        isRequired
        options={actions.map((value) => ({ value, label: t.actions[value] }))}
      />
      {chosen === "set" ? (
        <PairsList
          nodeId={nodeId}
          path={["config", "fields"]}
          title={t.fields}
          hint={t.fieldsHint}
          item={t.field}
          add={t.addField}
          most={50}
          isNamed
        />
      ) : null}
      {chosen === "fetch" ? (
        <ChipsControl field={reads} label={t.reads} hint={t.readsHint} placeholder={t.readsPlaceholder} />
      ) : null}
      <Whose nodeId={nodeId} />
    </>
  );
}

function Whose({ nodeId }: NodeProps) {
  const texts = useTexts();
  const { profile: t } = texts.utilities;
  const contact = useNodeField(nodeId, ["config", "contact"]);
  const contactType = useNodeField(nodeId, ["config", "contactType"]);
  return (
    <MoreFields
      nodeId={nodeId}
      label={t.whose}
      isUsed={contact.value !== "" && contact.value !== undefined}
      fields={[contact.name, contactType.name]}
    >
      <SelectControl
        field={contactType}
        label={t.contactType}
        options={contactTypes.map((value) => ({
          value,
          label: texts.inspector.whatsapp.destinationTypes[value],
        }))}
      />
      <ExpressionControl
        field={contact}
        label={t.contact}
        hint={t.contactHint}
        placeholder={texts.inspector.whatsapp.destinationPlaceholder}
        place={{ nodeId, isLeaving: false }}
      />
    </MoreFields>
  );
}
