import { Ellipsis } from "lucide-react";
import { useSession } from "../../session/session-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { IconButton } from "../../ui/button.tsx";
import { Menu } from "../../ui/menu.tsx";
import type { ShownMessage } from "../chat/bubble.tsx";
import styles from "../phone.module.css";
import { act, type PreviewMaker } from "./preview-run.ts";

type ReceiptMenuProps = { readonly message: ShownMessage; readonly failures: PreviewMaker["failures"] };

const further = { pending: ["sent", "delivered", "read"], sent: ["delivered", "read"], delivered: ["read"] } as const;

/** The receipts that may still come for a message of the flow, each to come now. */
export function ReceiptMenu({ message, failures }: ReceiptMenuProps) {
  const session = useSession();
  const { phone } = useTexts();
  const { id, direction, status, text } = message;
  if (direction === "in" || status === "read" || status === "failed") return null;
  return (
    <Menu
      trigger={
        <IconButton label={phone.receiptOf(text.slice(0, 40))} className={styles["receipt"]}>
          <Ellipsis size={16} aria-hidden />
        </IconButton>
      }
      items={[
        ...further[status].map((next) => ({
          label: phone.receiptNow[next],
          onChoose: () => void act(session, (preview) => preview.report(id, next)),
        })),
        "separator",
        ...failures.flatMap(({ code, title, comesInReceipts }) => {
          const onChoose = (): void => void act(session, (preview) => preview.report(id, "failed", code));
          return comesInReceipts ? [{ label: phone.failNow(code, title), isDanger: true, onChoose }] : [];
        }),
      ]}
    />
  );
}
