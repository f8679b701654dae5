import { Search } from "lucide-react";
import { TextInput } from "./field.tsx";
import styles from "./search-field.module.css";

type SearchFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** A line in which one types what is looked for. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  return (
    <div className={styles["search"]} role="search">
      <Search size={16} className={styles["icon"]} aria-hidden />
      <TextInput
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
