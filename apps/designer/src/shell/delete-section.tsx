import { type ReactNode, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Section } from "../ui/section.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";

type DeleteSectionProps = {
  /** What it is called, on the button as well. */
  readonly title: string;
  readonly about: ReactNode;
  /** What is asked, and what is said of it, before anything is deleted. */
  readonly question: string;
  readonly warning: string;
  readonly onDelete: () => Promise<void>;
};

/** The part of a page where what it is about is deleted, once that was asked. */
export function DeleteSection({ title, about, question, warning, onDelete }: DeleteSectionProps) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <Section
      title={title}
      about={about}
      actions={
        <Button kind="danger" onClick={() => setIsAsking(true)}>
          {title}
        </Button>
      }
    >
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={question}
        confirmLabel={title}
        onConfirm={onDelete}
      >
        <p>{warning}</p>
      </ConfirmDialog>
    </Section>
  );
}
