import { useTexts } from "../../texts/use-texts.ts";
import { useNodeField } from "../bound-field.ts";
import { ExpressionControl } from "../expression-control.tsx";
import { type MessageFormProps, placeOf } from "./form-props.ts";
import styles from "./messages.module.css";

/** What people react with most. */
const suggestions = ["👍", "❤️", "😂", "😮", "😢", "🙏", "✅", "🎉"];

/** An emoji at a message of the contact. */
export function ReactionForm(props: MessageFormProps) {
  const { nodeId, path } = props;
  const { messages } = useTexts();
  const emoji = useNodeField(nodeId, [...path, "emoji"]);
  const messageId = useNodeField(nodeId, [...path, "messageId"]);
  const place = placeOf(props);
  const choose = (next: string) => {
    emoji.onBlur();
    emoji.set(next);
    emoji.onBlur();
  };
  return (
    <>
      <ExpressionControl field={emoji} label={messages.emoji} hint={messages.emojiHint} place={place} />
      {emoji.isReadOnly ? null : (
        <div role="group" aria-label={messages.suggestions} className={styles["suggestions"]}>
          {suggestions.map((one) => (
            <button
              key={one}
              type="button"
              className={styles["suggestion"]}
              aria-pressed={emoji.value === one}
              onClick={() => choose(one)}
            >
              {one}
            </button>
          ))}
        </div>
      )}
      <ExpressionControl
        field={messageId}
        label={messages.reactsTo}
        hint={messages.reactsToHint}
        isRequired
        place={place}
      />
    </>
  );
}
