import { Popover } from "@base-ui/react/popover";
import { useState } from "react";
import { type Choice, ChoiceList } from "../actions/choice-list.tsx";
import { useSession } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { canvasOf, type ClientPlace, type PickerRequest, useCanvas } from "./canvas-state.ts";
import { choicesOf } from "./choices.tsx";
import styles from "./picker.module.css";

/** The list of choices that is asked for: a node to add, an outcome to connect, where it leads. */
export function Picker() {
  const request = useCanvas(({ picker }) => picker);
  return request === undefined ? null : <OpenPicker key={JSON.stringify(request)} request={request} />;
}

function OpenPicker({ request }: { readonly request: PickerRequest }) {
  const session = useSession();
  const texts = useTexts();
  const state = canvasOf(session);
  // What is offered is what was there when it opened, so that no entry moves under the pointer.
  const [{ title, choices }] = useState(() => choicesOf(session, request, texts));
  const [nodeId] = session.view.getState().nodeIds;
  const place = request.at ?? placeOfNode(nodeId) ?? { x: window.innerWidth / 2 - 160, y: window.innerHeight / 4 };
  const anchor = { getBoundingClientRect: () => new DOMRect(place.x, place.y, 0, 0) };
  const chosen = (choice: Choice) => (): void => {
    // First closed, then done: what is chosen may open the next list, or have the focus go to what it made.
    state.setState({ picker: undefined });
    choice.onChoose();
    const { picker, wantedFocus } = state.getState();
    if (picker === undefined && wantedFocus === undefined) state.setState({ wantedFocus: nodeId });
  };
  const cancel = (): void => state.setState({ picker: undefined, wantedFocus: nodeId });
  return (
    <Popover.Root open onOpenChange={(isOpen) => (isOpen ? undefined : cancel())}>
      <Popover.Portal>
        <Popover.Positioner className={styles["positioner"]} anchor={anchor} align="start" sideOffset={4}>
          <Popover.Popup ref={focusField} className={styles["popup"]} finalFocus={false}>
            <Popover.Title className={styles["title"]}>{title}</Popover.Title>
            <ChoiceList label={title} choices={choices.map((choice) => ({ ...choice, onChoose: chosen(choice) }))} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** At once, so that a key that follows at once is not heard by what had the focus before. */
function focusField(popup: HTMLElement | null): void {
  popup?.querySelector("input")?.focus({ preventScroll: true });
}

/** Beside the node's card, where it is drawn. */
function placeOfNode(nodeId: string | undefined): ClientPlace | undefined {
  if (nodeId === undefined) return undefined;
  const box = document.querySelector(`[data-node-id="${CSS.escape(nodeId)}"]`)?.getBoundingClientRect();
  return box === undefined ? undefined : { x: box.right + 12, y: box.top };
}
