import { useTexts } from "../texts/use-texts.ts";
import styles from "./list-skeleton.module.css";
import { Skeleton } from "./skeleton.tsx";

/** The place of a list while it is on its way. */
export function ListSkeleton() {
  const { loading } = useTexts().shell;
  return (
    <div className={styles["skeleton"]} role="status" aria-label={loading}>
      {[260, 180, 220].map((width) => (
        <div key={width} className={styles["row"]}>
          <Skeleton width={width} />
          <Skeleton width={80} />
        </div>
      ))}
    </div>
  );
}
