import { useState } from "react";
import { useTexts } from "../../texts/use-texts.ts";
import { useNodeField } from "../bound-field.ts";
import { SelectControl, TextControl } from "../controls.tsx";

const results = ["success", "error", "incomplete"] as const;

/** End: the result of the conversation, one of three or a name of its own. */
export function EndInspector({ nodeId }: { readonly nodeId: string }) {
  const { end } = useTexts().inspector;
  const result = useNodeField(nodeId, ["config", "result"]);
  const isKnown = results.some((name) => name === result.value);
  // Someone who types `success` as a name of their own goes on typing where they are.
  const [isOwn, setIsOwn] = useState(!isKnown);
  const choose = (next: unknown) => {
    setIsOwn(next === "own");
    if (next === "own") result.set("");
    else result.set(String(next));
  };
  const isOwnShown = isOwn || !isKnown;
  return (
    <>
      <SelectControl
        field={{
          ...result,
          ...(isOwnShown ? { name: "result", value: "own", error: undefined } : {}),
          set: choose,
          error: undefined,
        }}
        label={end.result}
        isRequired
        options={[...results, "own" as const].map((value) => ({ value, label: end.results[value] }))}
      />
      {isOwnShown ? (
        <TextControl field={result} label={end.ownName} hint={end.ownHint} isRequired limit={ownNameLength} />
      ) : null}
    </>
  );
}

/** What the flow takes as a result's name. */
const ownNameLength = 50;
