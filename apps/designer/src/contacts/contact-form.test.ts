import { changeContact, type ContactView, createContact } from "@parley/api";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inputProblems } from "../server/input-problems.ts";
import { currentAreaTexts } from "../texts/current-area-texts.ts";
import { type ContactForm, contactChange, newContact, toContactForm, withContactProblems } from "./contact-form.ts";

const en = currentAreaTexts();

const contact: ContactView = {
  id: "c1",
  waId: "31612345678",
  customerId: "customer-17",
  name: "Ada",
  fields: { city: "Bath", orders: 3, tags: ["a"] },
  createdAt: 0,
  updatedAt: 0,
};
const form = toContactForm(contact);
const problemsOf = (typed: ContactForm, input: unknown) =>
  withContactProblems(inputProblems(changeContact.body, input), typed, en.contacts);

describe("It is true that the form of a contact", () => {
  it("changes nothing while nothing is typed, also not values that are no texts", () => {
    expect(contactChange(form, form)).toEqual({});
  });

  it("takes away what was emptied, and writes what was typed", () => {
    const typed = { ...form, name: " ", customerId: "", bsuid: "US.13491208655302741918" };
    expect(contactChange(form, typed)).toEqual({ name: null, customerId: null, bsuid: "US.13491208655302741918" });
  });

  it("reads a number as people write it, and takes the same number for the same", () => {
    expect(contactChange(form, { ...form, waId: "+31 (6) 12 34 56 78" })).toEqual({});
    expect(contactChange(form, { ...form, waId: "0032 470 12 34 56" })).toEqual({ waId: "32470123456" });
    expect(contactChange(form, { ...form, waId: "" })).toEqual({ waId: null });
  });

  it("renames a field by taking it away and writing another", () => {
    const fields = form.fields.map((row) => (row.name === "city" ? { ...row, name: "town" } : row));
    expect(contactChange(form, { ...form, fields })).toEqual({ fields: { city: null, town: "Bath" } });
  });

  it("tells of what is wrong with a number and with names of fields, in words", () => {
    const fields = [
      { key: 1, name: "city", value: "" },
      { key: 2, name: "2nd", value: "" },
      { key: 3, name: "city ", value: "" },
      { key: 4, name: "", value: "" },
    ];
    const typed = { ...form, waId: "call me", fields };
    const problems = problemsOf(typed, contactChange(form, typed));
    expect(problems.get("waId")).toBe(en.contacts.waIdProblem);
    expect(problems.get("fields[1]")).toBe(en.contacts.fieldNameProblem);
    expect(problems.get("fields[2]")).toBe(en.contacts.fieldNameTwice);
    expect(problems.get("fields[3]")).toBe(en.contacts.fieldNameMissing);
    expect(problems.has("fields[0]")).toBe(false);
  });

  it("leads from any fields to any others by its change", () => {
    const record = fc.dictionary(fc.stringMatching(/^[a-z_]\w{0,8}$/), fc.string(), {
      maxKeys: 6,
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(record, record, (before, after) => {
        const [from, to] = [before, after].map((fields) => toContactForm({ ...contact, fields }));
        const { fields = {} } = contactChange(from ?? form, to ?? form);
        const merged = Object.entries({ ...before, ...fields }).filter(([, value]) => value !== null);
        expect(Object.fromEntries(merged)).toEqual(after);
      }),
    );
  });
});

describe("It is true that a new contact", () => {
  const blank: ContactForm = { name: "", waId: "", bsuid: "", customerId: "", fields: [] };

  it("has what was typed and nothing else", () => {
    expect(newContact({ ...blank, waId: "+31 6 12345678", name: " Ada " })).toEqual({
      waId: "31612345678",
      name: "Ada",
    });
  });

  it("must be known by something", () => {
    expect([...inputProblems(createContact.body, newContact(blank)).keys()]).toEqual([""]);
    expect(inputProblems(createContact.body, newContact({ ...blank, customerId: "17" })).size).toBe(0);
  });
});
