import { createLink } from "@tanstack/react-router";
import type { ComponentProps } from "react";
import styles from "./button.module.css";

/** A link that looks like a button: it leads to another page. */
export const ButtonLink = createLink(({ className = "", children, ...rest }: ComponentProps<"a">) => (
  <a className={`${styles["button"]} ${styles["link"]} ${className}`} {...rest}>
    {children}
  </a>
));
