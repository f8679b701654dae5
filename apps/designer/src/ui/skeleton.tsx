import styles from "./skeleton.module.css";

/** The place of a text that is still on its way. */
export function Skeleton({ width }: { readonly width: number }) {
  return <div className={styles["bar"]} style={{ width, maxWidth: "100%" }} aria-hidden />;
}
