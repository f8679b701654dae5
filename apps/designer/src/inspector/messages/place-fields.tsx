import { messagingLimits } from "@parley/messaging";
import { useState } from "react";
import { objectOf } from "../../document/read-json.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { Field, TextInput } from "../../ui/field.tsx";
import { readPlace } from "../../whatsapp/read-place.ts";
import { useNodeField } from "../bound-field.ts";
import { ExpressionControl } from "../expression-control.tsx";
import styles from "../inspector.module.css";
import { LimitedControl } from "../limited-control.tsx";
import { type MessageFormProps, placeOf } from "./form-props.ts";

/** The fields of a place. What is pasted from a map fills in its degrees. */
export function PlaceFields(props: MessageFormProps) {
  const { nodeId, path } = props;
  const { messages } = useTexts();
  const latitude = useNodeField(nodeId, [...path, "latitude"]);
  const longitude = useNodeField(nodeId, [...path, "longitude"]);
  const name = useNodeField(nodeId, [...path, "name"]);
  const address = useNodeField(nodeId, [...path, "address"]);
  const place = placeOf(props);
  return (
    <>
      {latitude.isReadOnly ? null : <PlacePaste {...props} />}
      <div className={styles["columns"]}>
        <ExpressionControl field={latitude} label={messages.latitude} isRequired place={place} />
        <ExpressionControl field={longitude} label={messages.longitude} isRequired place={place} />
      </div>
      <LimitedControl field={name} label={messages.placeName} limit={messagingLimits.placeLength} place={place} />
      <LimitedControl
        field={address}
        label={messages.address}
        hint={messages.addressHint}
        limit={messagingLimits.placeLength}
        place={place}
      />
    </>
  );
}

/** Takes coordinates or a link of a map, and fills in both fields as one step. */
function PlacePaste({ nodeId, path }: MessageFormProps) {
  const { messages } = useTexts();
  const whole = useNodeField(nodeId, path);
  const [text, setText] = useState("");
  const [said, setSaid] = useState("");
  const isWrong = text !== "" && said === messages.noPlace;
  const read = (next: string) => {
    const found = readPlace(next);
    setText(found === undefined ? next : "");
    if (next.trim() === "") return;
    if (found === undefined) return setSaid(messages.noPlace);
    const [latitude, longitude] = [String(found.latitude), String(found.longitude)];
    whole.onBlur();
    whole.set({ ...objectOf(whole.value), latitude, longitude });
    whole.onBlur();
    setSaid(messages.placeFilled(latitude, longitude));
  };
  return (
    <Field
      label={messages.paste}
      hint={<span role="status">{said === "" || said === messages.noPlace ? messages.pasteHint : said}</span>}
      error={isWrong ? said : undefined}
    >
      {(control) => (
        <TextInput
          {...control}
          value={text}
          placeholder="52.37, 4.89"
          onChange={({ target }) => {
            setSaid("");
            setText(target.value);
          }}
          onPaste={(event) => {
            event.preventDefault();
            read(event.clipboardData.getData("text"));
          }}
          onBlur={() => read(text)}
          onKeyDown={(event) => (event.key === "Enter" ? read(text) : undefined)}
        />
      )}
    </Field>
  );
}
