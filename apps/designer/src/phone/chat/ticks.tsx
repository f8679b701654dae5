import type { PhoneEntry } from "@parley/api";
import { Check, CheckCheck, CircleAlert, Clock } from "lucide-react";
import { useTexts } from "../../texts/use-texts.ts";
import styles from "./chat.module.css";

const icons = { pending: Clock, sent: Check, delivered: CheckCheck, read: CheckCheck, failed: CircleAlert };

/** How far a message has come: by its ticks, and in a word for those who cannot see them. */
export function Ticks({ status }: { readonly status: PhoneEntry["status"] }) {
  const { statuses } = useTexts().phone;
  const Icon = icons[status];
  return (
    <span className={styles["ticks"]} data-status={status} title={statuses[status]}>
      <Icon size={15} aria-hidden />
      <span className="visually-hidden">{statuses[status]}</span>
    </span>
  );
}
