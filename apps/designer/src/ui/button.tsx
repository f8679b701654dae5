import type { ComponentProps, ReactNode } from "react";
import styles from "./button.module.css";
import { Tooltip } from "./tooltip.tsx";

type ButtonProps = ComponentProps<"button"> & {
  /** `primary` is what one came for, `danger` takes something away, `quiet` stands back. */
  readonly kind?: "normal" | "primary" | "danger" | "quiet";
};

/** A button with words. */
export function Button({ kind = "normal", className = "", ...rest }: ButtonProps) {
  return <button type="button" data-kind={kind} className={`${styles["button"]} ${className}`} {...rest} />;
}

type IconButtonProps = Omit<ComponentProps<"button">, "aria-label"> & {
  /** What it does: its name for all who cannot see it, and its tooltip. */
  readonly label: string;
  /** The keys that do the same, shown in the tooltip. */
  readonly keys?: string | undefined;
  readonly children: ReactNode;
};

/** A button with an icon alone. */
export function IconButton({ label, keys, className = "", children, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <button type="button" aria-label={label} data-icon className={`${styles["button"]} ${className}`} {...rest}>
        {children}
      </button>
    </Tooltip>
  );
}
