import { CircleAlert } from "lucide-react";
import type { ComponentProps, FormEvent, ReactNode } from "react";
import styles from "./form.module.css";

type FormProps = Omit<ComponentProps<"form">, "onSubmit"> & { readonly onSubmit: () => void };

/** Fields one below the other, and a button that hands them in. What is wrong is said at the fields, not by the browser. */
export function Form({ onSubmit, children, ...rest }: FormProps) {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // A dialog is a child of what opened it, which may be a form too.
    event.stopPropagation();
    onSubmit();
  };
  return (
    <form noValidate className={styles["form"]} onSubmit={submit} {...rest}>
      {children}
    </form>
  );
}

/** The buttons of a form, the one that hands it in last. */
export function FormActions({ children }: { readonly children: ReactNode }) {
  return <div className={styles["actions"]}>{children}</div>;
}

/** The buttons of a long form: in sight wherever the form is. */
export function FormBar({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles["bar"]}>
      <FormActions>{children}</FormActions>
    </div>
  );
}

/** Fields side by side where there is room. */
export function FormColumns({ children }: { readonly children: ReactNode }) {
  return <div className={styles["columns"]}>{children}</div>;
}

/** Why a form as a whole was not taken. */
export function FormError({ children }: { readonly children: ReactNode }) {
  return (
    <p role="alert" className={styles["error"]}>
      <CircleAlert size={16} aria-hidden /> <span>{children}</span>
    </p>
  );
}
