import { messageTypes } from "@parley/flow";
import { ChevronDown } from "lucide-react";
import { messageIcons } from "../../nodes/message-icons.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { Button } from "../../ui/button.tsx";
import { Menu, type MenuItem } from "../../ui/menu.tsx";
import type { MessageType } from "./change-type.ts";
import styles from "./messages.module.css";

/** The types that Webex Connect's node has too (WhatsApp node page, Message Type); the others are ours. */
const webexTypes: ReadonlySet<MessageType> = new Set([
  "text",
  "media",
  "template",
  "location",
  "contacts",
  "list",
  "reply-buttons",
]);

type TypePickerProps = {
  readonly type: MessageType | undefined;
  readonly isReadOnly: boolean;
  readonly onChoose: (type: MessageType) => void;
};

/** Which type of message it is. */
export function TypePicker({ type, isReadOnly, onChoose }: TypePickerProps) {
  const { messages } = useTexts();
  const Icon = type === undefined ? undefined : messageIcons[type];
  const name = type === undefined ? messages.unknownType : messages.types[type];
  const itemsOf = (isWebex: boolean): readonly MenuItem[] =>
    messageTypes
      .filter((one) => webexTypes.has(one) === isWebex)
      .map((one) => {
        const ItemIcon = messageIcons[one];
        return {
          label: messages.types[one],
          icon: <ItemIcon size={16} aria-hidden />,
          isChosen: one === type,
          onChoose: () => onChoose(one),
        };
      });
  return (
    <div className={styles["picker"]}>
      <Menu
        trigger={
          <Button disabled={isReadOnly} aria-label={messages.typeIs(name)} className={styles["pick"] ?? ""}>
            {Icon === undefined ? null : <Icon size={16} aria-hidden />}
            <span>{name}</span>
            <ChevronDown size={14} aria-hidden />
          </Button>
        }
        items={[
          { heading: messages.webexTypes, items: itemsOf(true) },
          { heading: messages.ownTypes, items: itemsOf(false) },
        ]}
      />
    </div>
  );
}
