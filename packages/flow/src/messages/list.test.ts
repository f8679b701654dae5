import { expect, test } from "vitest";
import { list } from "./list.ts";
import { drawMessage, fieldsOf, messageOf, problemsOf } from "./message.test-support.ts";

const row = (id: string) => ({ id, title: `Row ${id}`, description: "" });
const rows = (count: number) => Array.from({ length: count }, (_, index) => row(String(index)));
const menu = { type: "list", body: "Choose", button: "Menu", sections: [{ title: "Food", rows: [row("$(id)")] }] };

test("a new list lacks its words", () => {
  expect(drawMessage(list.newConfig)).toEqual(list.newConfig);
  expect(problemsOf(list.newConfig)).toEqual([
    "body is empty; WhatsApp refuses such a message without text",
    "button is empty; say what the button that opens the list reads",
    "sections[0].rows[0].id is empty; give the row an identifier",
    "sections[0].rows[0].title is empty; give the row a title",
  ]);
});

test("all its texts may hold expressions", () => {
  expect(fieldsOf(menu)).toEqual(
    [
      "body",
      "button",
      "sections[0].title",
      "sections[0].rows[0].id",
      "sections[0].rows[0].title",
      "sections[0].rows[0].description",
      "header",
      "footer",
    ].toSorted((left, right) => fieldsOf(menu).indexOf(left) - fieldsOf(menu).indexOf(right)),
  );
  expect(messageOf(menu)).toMatchObject({ sections: [{ rows: [{ id: "<id>", title: "Row <id>" }] }] });
});

test.each([
  [{ sections: [] }, "sections is empty; add a section with a row"],
  [{ sections: [{ title: "Food" }] }, "sections[0].rows is empty; add a row"],
  [{ sections: [{ rows: rows(11) }] }, "sections have 11 rows in all; WhatsApp takes at most 10"],
  [
    { sections: [{ rows: [row("a"), row("a")] }] },
    "sections have two rows with the same identifier; each needs its own",
  ],
  [
    { sections: [{ rows: [row("$(id)"), row("$(id)")] }] },
    "sections have two rows with the same identifier; each needs its own",
  ],
  [
    { sections: [{ title: "Food", rows: [row("a")] }, { rows: [row("b")] }] },
    "sections[1].title is empty; with more than one section each needs a title",
  ],
  [{ body: `$(name)${"x".repeat(1025)}` }, "body is 1025 characters long; WhatsApp takes at most 1024"],
  [{ button: "x".repeat(21) }, "button is 21 characters long; WhatsApp takes at most 20"],
])("with %j it is refused", (wrong, sentence) => {
  expect(problemsOf({ ...menu, ...wrong })).toEqual([sentence]);
});
