import { templateStatuses } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import { reasonOfStatus, templateStatusOf } from "./status.ts";

/** Every word of the webhook's page and of the template's reference. */
const words = {
  approved: ["APPROVED", "REINSTATED", "FLAGGED"],
  pending: ["PENDING", "IN_APPEAL"],
  rejected: ["REJECTED", "LIMIT_EXCEEDED"],
  paused: ["PAUSED"],
  disabled: ["DISABLED", "ARCHIVED"],
  deleted: ["PENDING_DELETION", "DELETED"],
};

describe("the provider's word on a template", () => {
  test("leads to every status but that of a draft, which is ours alone", () => {
    expect([...Object.keys(words), "draft"].toSorted()).toEqual(templateStatuses.toSorted());
  });

  test.each(Object.entries(words))("counts as %s: %j", (status, ofStatus) => {
    for (const word of ofStatus) expect(templateStatusOf(word)).toBe(status);
  });

  test.each(["", "approved", "LOCKED", "constructor", "__proto__"])("is not known: %j", (word) => {
    expect(templateStatusOf(word)).toBeUndefined();
    expect(reasonOfStatus(word)).toBe("");
  });

  test("has a reason of its own where it says more than the status", () => {
    const telling = Object.values(words)
      .flat()
      .filter((word) => reasonOfStatus(word) !== "");
    expect(telling).toEqual(["FLAGGED", "IN_APPEAL", "LIMIT_EXCEEDED", "ARCHIVED"]);
  });
});
