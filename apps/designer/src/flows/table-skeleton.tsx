import { useTexts } from "../texts/use-texts.ts";
import { Skeleton } from "../ui/skeleton.tsx";
import styles from "./flow-list.module.css";

/** The place of the table while the flows are on their way. */
export function TableSkeleton() {
  const { loading } = useTexts().shell;
  return (
    <div className={styles["skeleton"]} role="status" aria-label={loading}>
      {[260, 180, 220].map((width) => (
        <div key={width} className={styles["skeleton-row"]}>
          <Skeleton width={width} />
          <Skeleton width={80} />
        </div>
      ))}
    </div>
  );
}
