import { useTexts } from "../../texts/use-texts.ts";
import { useNodeField } from "../bound-field.ts";
import { FieldPart } from "../field-part.tsx";
import styles from "../inspector.module.css";
import { useListField } from "../list-field.ts";
import { newEntry, outcomeOf } from "../receive/entries.ts";
import { EventEntry } from "../receive/event-entry.tsx";
import { RowList } from "../row-list.tsx";
import { SecondsControl } from "../seconds-control.tsx";
import { outcomeTitle } from "../../nodes/titles.ts";

/** Receive: which events it waits for, from whom and with what in them, and how long. */
export function ReceiveInspector({ nodeId }: { readonly nodeId: string }) {
  const { receive } = useTexts().inspector;
  const timeout = useNodeField(nodeId, ["config", "timeoutSeconds"]);
  return (
    <>
      <Events nodeId={nodeId} />
      <SecondsControl
        field={timeout}
        label={receive.timeout}
        hint={receive.timeoutHint}
        place={{ nodeId, isLeaving: false }}
      />
    </>
  );
}

/** The flow takes no more of them. */
const mostEvents = 20;

function Events({ nodeId }: { readonly nodeId: string }) {
  const texts = useTexts();
  const { receive } = texts.inspector;
  const { field, items, add, move, remove } = useListField(nodeId, ["config", "events"]);
  return (
    <section className={styles["stack"]}>
      <div className={styles["about"]}>
        <h3 className={styles["heading"]}>{receive.events}</h3>
        {items.length > 1 ? <p className={styles["hint"]}>{receive.eventsHint}</p> : null}
      </div>
      <FieldPart field={field}>
        <RowList
          label={receive.events}
          count={items.length}
          nameOf={(index) => receive.item(index + 1, outcomeTitle(outcomeOf(items[index] ?? null), texts))}
          isReadOnly={field.isReadOnly}
          addLabel={receive.add}
          isFull={items.length >= mostEvents}
          onAdd={() => add(newEntry(items, texts))}
          onMove={move}
          onRemove={remove}
        >
          {(index) => <EventEntry nodeId={nodeId} index={index} />}
        </RowList>
      </FieldPart>
    </section>
  );
}
