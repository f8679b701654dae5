import type { NodeType } from "@parley/flow";
import { useDocument, useSession } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { type FieldPath, useNodeField } from "./bound-field.ts";
import { FieldFrame } from "./controls.tsx";
import { LazySelect } from "./lazy-select.tsx";
import { nodeLabel, optionsOfType } from "./node-options.ts";

type NodeChoiceProps = {
  readonly nodeId: string;
  readonly path: FieldPath;
  /** Of which type the node must be. */
  readonly type: NodeType;
  readonly label: string;
  readonly hint?: string;
  /** What is shown while none is chosen. */
  readonly choose: string;
};

/** A node of the flow, chosen among those of a type. One that is none of them, such as a removed one, is shown as it is. */
export function NodeChoice({ nodeId, path, type, label, hint, choose }: NodeChoiceProps) {
  const session = useSession();
  const texts = useTexts();
  const field = useNodeField(nodeId, path);
  const chosen = typeof field.value === "string" ? field.value : "";
  const shown = useDocument((document) => (chosen === "" ? choose : nodeLabel(document, chosen, texts)));
  const now = [{ value: chosen, label: shown }];
  const allOptions = () => {
    const nodes = optionsOfType(session.editor.document(), type, texts);
    return nodes.some(({ value }) => value === chosen) ? nodes : [...now, ...nodes];
  };
  return (
    <FieldFrame field={field} label={label} hint={hint} isRequired>
      {(control) => (
        <LazySelect
          {...control}
          value={chosen}
          now={now}
          optionsOf={allOptions}
          disabled={field.isReadOnly}
          onChange={({ target }) => field.set(target.value)}
          onBlur={field.onBlur}
        />
      )}
    </FieldFrame>
  );
}
